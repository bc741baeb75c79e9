// Recognises distress (poison, snake bite, thoughts of death, violence) before anything else is tried.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { talkOf } from '../../knowledge/search.ts';
import { clean, fold, syllables } from '../../language/fold.ts';
import { exactCommand } from './commands.ts';
import { thresholds } from './thresholds.ts';

/** By the listed signs first, since missing distress costs most; else by likeness, unless the message is nothing but a command. `bySignAlone`: it is plainly something else, a name or a place. `running`: the distress told before, which only what is much like another takes the place of. */
export function urgentIn(
  knowledge: Knowledge,
  message: string,
  { bySignAlone = false, running }: { bySignAlone?: boolean; running?: string | undefined } = {},
): Talk | undefined {
  const bySign = signed(knowledge, message);
  if (bySign || bySignAlone) return bySign;
  if (syllables(message.replace(goesOn, '')).length < least || exactCommand(knowledge, message))
    return undefined;
  const best = knowledge.search.rank(message, 1)[0];
  const entry = best && best.score >= thresholds.urgent ? talkOf(knowledge, best.id) : undefined;
  if (entry?.outcome !== 'urgent') return undefined;
  const other = running !== undefined && entry.id !== running;
  return other && best && best.score < takesOver ? undefined : entry;
}
/** "Họ bảo quen trên tỉnh" within the tale of a broker is no other distress. */
const takesOver = 0.6;

/** In words: fewer ("báo ai", "khó quá", "con bê thì sao") are like too many things; for them the signs are listed. */
const least = 5;
const goesOn = /\s+th[iì] sao\b.*$/iu;

/** Marks that were typed must be the sign's own: "hoc" may be "hóc", but "học" never is. */
function signed(knowledge: Knowledge, message: string): Talk | undefined {
  const typed = spaced(clean(message).toLowerCase());
  const bare = spaced(fold(message));
  const read = typed === bare ? 'plain' : 'spelt';
  const text = read === 'plain' ? bare : typed;
  const byWord = signs(knowledge)[read];
  const mayStand = [...new Set(text.split(' '))].flatMap((word) => byWord.get(word) ?? []);
  return mayStand.sort((a, b) => a.rank - b.rank).find(({ pieces, first }) => stands(pieces, text, first))
    ?.talk;
}

/** Whether the sign's pieces ("bố … đánh": two) stand in the text in their order, each no farther than a few words behind the last. */
function stands(sign: readonly string[], text: string, opens = false): boolean {
  const [first = '', ...rest] = sign;
  if (opens && !text.startsWith(first)) return false;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + first.length - 1;
    const all = rest.every((piece) => {
      const next = text.indexOf(piece, end);
      const near = next >= 0 && text.slice(end, next).split(' ').length - 1 <= mostBetween;
      end = next + piece.length - 1;
      return near;
    });
    if (all) return true;
  }
  return false;
}
const mostBetween = 5;

const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;

/** `rank`: its place among all signs, since the first listed counts; `first`: only at the beginning of a message ("^nhà em cháy"). */
type Sign = { talk: Talk; pieces: string[]; first: boolean; rank: number };
/** Signs as they stand with their marks and without, by the first word of each, since most messages hold none. */
type Signs = Record<'spelt' | 'plain', ReadonlyMap<string, Sign[]>>;

/**
 * Without marks one short syllable could be anything, and "tu van" is far oftener "tư vấn" than "tự vẫn": signs of one
 * word, and those that stand in a card's own ways of asking, count only with their marks.
 */
const signs = onceFor((knowledge: Knowledge): Signs => {
  const asked = wordsIn([...knowledge.cards.values()].flatMap((c) => [c.title, ...c.asks]));
  const urgent = [...knowledge.talk.values()].filter((t) => t.outcome === 'urgent');
  const listed = urgent.flatMap((talk) => talk.signs.map((sign) => ({ talk, sign })));
  const spelt: Sign[] = [];
  const plain: Sign[] = [];
  for (const [rank, { talk, sign }] of listed.entries()) {
    const first = sign.startsWith('^');
    const pieces = sign.split('…');
    spelt.push({ talk, first, rank, pieces: pieces.map(spaced) });
    const bare = pieces.map((p) => spaced(fold(p)));
    const ambiguous = !sign.includes(' ') || asked(bare.join('')).some((a) => stands(bare, a));
    if (!ambiguous) plain.push({ talk, first, rank, pieces: bare });
  }
  return { spelt: byFirstWord(spelt), plain: byFirstWord(plain) };
});

const byFirstWord = (all: Sign[]): ReadonlyMap<string, Sign[]> =>
  Map.groupBy(all, ({ pieces: [piece = ''] }) => piece.trim().split(' ')[0] ?? '');

/** Looks up which of `texts`, folded, hold the rarest word of what is sought: few of them, so that each may be read. */
function wordsIn(texts: readonly string[]): (sought: string) => readonly string[] {
  const holding = new Map<string, string[]>();
  for (const text of texts.map((t) => spaced(fold(t))))
    for (const word of new Set(text.trim().split(' ')))
      holding.get(word)?.push(text) ?? holding.set(word, [text]);
  return (sought) =>
    sought
      .trim()
      .split(/ +/)
      .map((word) => holding.get(word) ?? [])
      .reduce((least, next) => (next.length < least.length ? next : least));
}
