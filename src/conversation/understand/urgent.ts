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
  const marked = typed !== bare;
  const { all, begins } = signs(knowledge);
  if (!begins[marked ? 'spelt' : 'plain'].test(marked ? typed : bare)) return undefined;
  return all.find(({ spelt, plain, first }) =>
    marked ? stands(spelt, typed, first) : plain !== undefined && stands(plain, bare, first),
  )?.talk;
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

/** `plain` is missing where the sign is ambiguous without its marks; `first`: it counts only at the beginning ("^nhà em cháy"). */
type Sign = { talk: Talk; spelt: string[]; plain: string[] | undefined; first: boolean };
/** `begins`: the first pieces of all, looked for at once, since most messages hold none. */
type Signs = { all: Sign[]; begins: Record<'spelt' | 'plain', RegExp> };

/**
 * Without marks one short syllable could be anything, and "tu van" is far oftener "tư vấn" than "tự vẫn": signs of one
 * word, and those that stand in a card's own ways of asking, count only with their marks.
 */
const signs = onceFor((knowledge: Knowledge): Signs => {
  const asked = [...knowledge.cards.values()]
    .flatMap((c) => [c.title, ...c.asks])
    .map((a) => spaced(fold(a)));
  const together = asked.join('|');
  const urgent = [...knowledge.talk.values()].filter((t) => t.outcome === 'urgent');
  const all = urgent.flatMap((talk) =>
    talk.signs.map((sign) => {
      const pieces = sign.split('…');
      const plain = pieces.map((p) => spaced(fold(p)));
      const ambiguous =
        !sign.includes(' ') ||
        (plain.every((p) => together.includes(p)) && asked.some((a) => stands(plain, a)));
      return {
        talk,
        spelt: pieces.map(spaced),
        plain: ambiguous ? undefined : plain,
        first: sign.startsWith('^'),
      };
    }),
  );
  const any = (pieces: readonly string[]): RegExp => new RegExp(pieces.toSorted().join('|') || '$^', 'u');
  return {
    all,
    begins: {
      spelt: any(all.map((s) => s.spelt[0] ?? '')),
      plain: any(all.flatMap((s) => s.plain?.[0] ?? [])),
    },
  };
});
