// Brings a question into the words of the entries: shorthand written out, initialisms read, joined syllables parted, slips of one letter set right.
import { vocabularyOf } from './vocabulary.ts';

export type Normaliser = (words: readonly string[]) => string[];
export type Costs = {
  shorthand: number;
  initials: number;
  join: number;
  slip: number;
  stay: number;
  neighbours: number;
};

/**
 * How unlikely each is beside the words' own rareness, in natural logarithms. The description names what is set right
 * (one slip, joined syllables, initials, a short list) and not how readings are chosen between: here the likeliest beside
 * its neighbours, by costs chosen on the development set.
 */
export const costs: Costs = { shorthand: 0, initials: 1, join: -2, slip: 4, stay: 30, neighbours: 0.6 };

const letters = 'abcdefghijklmnopqrstuvwxyz';
const shortestSlip = 2;
const mostParts = 3;

type Reading = { words: readonly string[]; cost: number };

export function normaliserOf(
  texts: readonly (readonly string[])[],
  shorthand: Readonly<Record<string, string>>,
  c: Costs = costs,
): Normaliser {
  const { known, initials, surprise } = vocabularyOf(texts, c.neighbours);

  /** As one syllable of the entries, or the one beside it by a slip. */
  const single = (word: string): Reading[] => [
    ...(known(word) ? [{ words: [word], cost: 0 }] : []),
    ...(known(word) || word.length < shortestSlip
      ? []
      : [...nearTo(word)].filter(known).map((near) => ({ words: [near], cost: c.slip }))),
  ];

  const read = (word: string): Reading[] => {
    const short = shorthand[word];
    const long = initials.get(word);
    return [
      ...(short === undefined ? [] : [{ words: short.split(' '), cost: c.shorthand }]),
      ...(long === undefined ? [] : [{ words: long, cost: c.initials }]),
      ...single(word),
    ];
  };

  /** Parted anywhere, at most one part with a slip. */
  const parted = (word: string, most: number): Reading[] => {
    const all: Reading[] = [];
    for (let at = 1; at < word.length; at++) {
      const first = single(word.slice(0, at));
      if (first.length === 0) continue;
      const rest = word.slice(at);
      for (const b of [...single(rest), ...(most > 2 ? parted(rest, most - 1) : [])])
        for (const a of first)
          if (a.cost + b.cost < 2 * c.slip)
            all.push({ words: [...a.words, ...b.words], cost: a.cost + b.cost + c.join });
    }
    return all;
  };

  return (asked) =>
    asked.flatMap((word, i) => {
      if (known(word) || /\d/.test(word)) return [word];
      let best: Reading = { words: [word], cost: c.stay };
      for (const reading of [...read(word), ...parted(word, mostParts)]) {
        const cost = reading.cost + surprise(asked[i - 1], reading.words, asked[i + 1]);
        if (cost < best.cost) best = { words: reading.words, cost };
      }
      return best.words;
    });
}

/** A letter left out, added, changed or swapped with the next. */
function nearTo(word: string): Set<string> {
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    if (b) near.add(a + b.slice(1));
    if (b.length > 1) near.add(a + b[1] + b[0] + b.slice(2));
    for (const letter of letters) {
      near.add(a + letter + b);
      if (b) near.add(a + letter + b.slice(1));
    }
  }
  near.delete(word);
  return near;
}
