// Splits syllables typed without blanks ("hoptacxa", "baonhieu") into the likeliest known ones.
import type { Lexicon } from './lexicon.ts';

const longest = 7;
const most = 40;

/** The parts of a joined word, or undefined when it is no row of known syllables. One slip inside is allowed in long words. */
export function splitJoined(word: string, lexicon: Lexicon): string[] | undefined {
  if (word.length < 4 || word.length > most || !/^[a-z]+$/.test(word)) return undefined;
  return cheapest(word, lexicon, false) ?? (word.length >= 7 ? cheapest(word, lexicon, true) : undefined);
}

type Way = { cost: number; parts: string[]; slips: number };

function cheapest(word: string, lexicon: Lexicon, slips: boolean): string[] | undefined {
  const best: (Way | undefined)[] = [{ cost: 0, parts: [], slips: 0 }];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const piece = word.slice(start, end);
      for (const [part, slip] of options(piece, lexicon, slips && before.slips === 0)) {
        const last = before.parts.at(-1);
        const pair = last ? lexicon.pair(last, part) : 0;
        const cost =
          before.cost +
          6 -
          Math.log(1 + lexicon.count(part)) * 0.5 -
          Math.log(1 + pair) * 1.2 +
          (part.length === 1 ? 4 : 0) +
          (slip ? 4 : 0);
        const known = best[end];
        if (!known || cost < known.cost) {
          best[end] = { cost, parts: [...before.parts, part], slips: before.slips + (slip ? 1 : 0) };
        }
      }
    }
  }
  const whole = best[word.length];
  return whole && whole.parts.length > 1 ? whole.parts : undefined;
}

function options(piece: string, lexicon: Lexicon, slips: boolean): [string, boolean][] {
  if (lexicon.count(piece) > 0) return [[piece, false]];
  if (!slips || piece.length < 3) return [];
  return lexicon.near(piece).map((p): [string, boolean] => [p, true]);
}
