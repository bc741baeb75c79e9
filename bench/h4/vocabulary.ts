// The entries' own words: which there are, what their first letters may stand for, how surprising a row of them is.
import { countsOf, pairsOf } from './terms.ts';

const longestInitials = 5;

export type Vocabulary = {
  known: (word: string) => boolean;
  /** "sv" → sinh vien. */
  initials: ReadonlyMap<string, readonly string[]>;
  /** Of words between two neighbours, as a negative logarithm. */
  surprise: (before: string | undefined, words: readonly string[], after: string | undefined) => number;
};

export function vocabularyOf(texts: readonly (readonly string[])[], neighbours: number): Vocabulary {
  const words = countsOf(texts.flat());
  const pairs = countsOf(texts.flatMap(pairsOf));
  const all = texts.reduce((n, text) => n + text.length, 0);
  const chance = (word: string, before: string | undefined): number => {
    const alone = (words.get(word) ?? 0.01) / all;
    const times = before === undefined ? 0 : (words.get(before) ?? 0);
    return times === 0
      ? alone
      : (neighbours * (pairs.get(`${before} ${word}`) ?? 0)) / times + (1 - neighbours) * alone;
  };
  return {
    known: (word) => words.has(word),
    initials: initialsOf(texts),
    surprise: (before, row, after) => {
      let sum = 0;
      for (const [i, word] of row.entries()) sum -= Math.log(chance(word, i === 0 ? before : row[i - 1]));
      return after !== undefined && words.has(after)
        ? sum - Math.log(chance(after, row.at(-1))) + Math.log(chance(after, undefined))
        : sum;
    },
  };
}

/** The sequence with these first letters that the entries have most often. */
function initialsOf(texts: readonly (readonly string[])[]): Map<string, string[]> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (let at = 0; at < text.length; at++)
      for (let size = 2; size <= longestInitials && at + size <= text.length; size++) {
        const sequence = text.slice(at, at + size).join(' ');
        counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
      }
  const best = new Map<string, { sequence: string[]; times: number }>();
  for (const [joined, times] of counts) {
    if (times < 2) continue;
    const sequence = joined.split(' ');
    const first = sequence.map((word) => word[0]).join('');
    if (times > (best.get(first)?.times ?? 0)) best.set(first, { sequence, times });
  }
  return new Map([...best].map(([first, { sequence }]) => [first, sequence]));
}
