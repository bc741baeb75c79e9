// Recognises distress (poison, snake bite, thoughts of death, violence) before anything else is tried.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { cueOf } from '../../knowledge/search.ts';
import { tellsAge } from '../../language/ages.ts';
import { clean, fold, syllables } from '../../language/fold.ts';
import { isHappening, isOver, toldPart } from '../../language/happening.ts';
import { exactCommand } from '../understand/commands.ts';
import { thresholds } from '../understand/thresholds.ts';
import { akin } from './akin.ts';
import { signed } from './signs.ts';

/** By the listed signs first, since missing distress costs most; else by likeness, unless the message is nothing but a command. `bySignAlone`: it is plainly something else, a name or a place. `running`: the distress told before, which only what is much like another takes the place of. */
export function urgentIn(
  knowledge: Knowledge,
  message: string,
  { bySignAlone = false, running }: { bySignAlone?: boolean; running?: string | undefined } = {},
): Cue | undefined {
  const bySign = signed(knowledge, message);
  if (bySign || bySignAlone) return bySign;
  if (syllables(message.replace(goesOn, '')).length < least || exactCommand(knowledge, message))
    return undefined;
  const found = byLikeness(knowledge, message);
  const other = running !== undefined && found?.cue.id !== running;
  return found && !(other && found.score < takesOver) ? found.cue : undefined;
}
/** "Họ bảo quen trên tỉnh" within the tale of a broker is no other distress. */
const takesOver = 0.6;

/** In words: fewer ("báo ai", "khó quá", "con bê thì sao") are like too many things; for them the signs are listed. */
const least = 5;
const goesOn = /\s+th[iì] sao\b.*$/iu;

/** What is nearly as much like a card is a question to it, like a command asks for that; a disaster long past, or support after it, is no danger. */
function byLikeness(knowledge: Knowledge, message: string): { cue: Cue; score: number } | undefined {
  const ranked = knowledge.search.rank(message, 4);
  const [best] = ranked;
  const cue = best && cueOf(knowledge, best.id);
  if (asksWhen(message) || tellsAge(message) || tellsOfAnimals(knowledge, message)) return undefined;
  if (cue?.outcome !== 'urgent' || !best || best.score < thresholds.urgent) return undefined;
  const rival = ranked.find(({ id }) => knowledge.cards.has(id) || cueOf(knowledge, id)?.does !== undefined);
  if (rival && best.score - rival.score < clear) return undefined;
  if (akin(knowledge, cue, message) < nearEnough) return undefined;
  const told = cue.not_supposed ? toldPart(message) : message;
  if (told !== message) return byLikeness(knowledge, told);
  if (cue.takes_things && isOver(message)) return undefined;
  return cue.signs_now.length > 0 && !isHappening(message) ? undefined : { cue, score: best.score };
}
const clear = 0.3;
/** By hand, on the tuning part: the score alone moves with every edit of a card. */
const nearEnough = 0.33;

/** "Ong chết do người ta phun thuốc": with its marks typed "ong" is no "ông". */
function tellsOfAnimals(knowledge: Knowledge, message: string): boolean {
  const typed = clean(message).toLowerCase();
  if (typed === fold(typed)) return false;
  const words = typed.split(/[^\p{L}\p{M}\d]+/u);
  return words.some(
    (w, i) => knowledge.words.animals.includes(w) && words.slice(i + 1, i + 4).includes('chết'),
  );
}

/** "Bao giờ có tiền hỗ trợ" waits; who is in need tells more. */
const asksWhen = (message: string): boolean =>
  syllables(message).length <= 8 && /\b(?:bao (?:gio|lau)|khi nao|luc nao)\b/.test(fold(message));
