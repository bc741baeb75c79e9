// The syllables and pairs of syllables that the knowledge itself uses: how likely a word is, and which known words lie one slip away.
import { PairMap } from '../pair-map.ts';
import { cost, slipCost, soundOf } from './slips.ts';

export type Near = { word: string; cost: number };
export type Lexicon = {
  /** How often a syllable stands in the corpus; 0 for one never seen. */
  count: (word: string) => number;
  /** How often two syllables stand next to each other. */
  pair: (left: string, right: string) => number;
  /** How surprising a word is behind another, in nats: small for a pair the corpus uses, large for a word never seen. */
  surprise: (before: string | undefined, word: string) => number;
  /** Known words one slip away, with what the slip costs. */
  near: (word: string) => readonly Near[];
  /** Rows of words that begin with these letters ("cntt" → công nghệ thông tin). */
  initials: (letters: string) => readonly (readonly string[])[];
};

/** Shares of the pair, the word alone and anything at all in how likely a word is. */
const share = { pair: 0.72, word: 0.23, any: 0.05, words: 200000 };
const cached = 20_000;
/** Rows of words are shortened to first letters only where they come from a phrase, not from a long text. */
const phrase = 40;

/** `also`: words that can be meant without standing in the corpus (shorthand, fillers). */
export function lexiconOf(corpus: Iterable<readonly string[]>, also: Iterable<string> = []): Lexicon {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const pairs = new PairMap();
  const pairCounts: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    counts.push(0);
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const short: (readonly string[])[] = [];
  let total = 0;
  for (const tokens of corpus) {
    let before = -1;
    for (const word of tokens) {
      const number = numberOf(word);
      counts[number] = (counts[number] as number) + 1;
      total++;
      if (before >= 0) {
        const pair = pairs.number(before, number);
        pairCounts[pair] = (pairCounts[pair] ?? 0) + 1;
      }
      before = number;
    }
    if (tokens.length <= phrase) short.push(tokens);
  }
  for (const word of also) if (!numbers.has(word)) counts[numberOf(word)] = 1;
  const countOf = (number: number | undefined): number =>
    number === undefined ? 0 : (counts[number] as number);
  const pairOf = (left: number | undefined, right: number | undefined): number =>
    left === undefined || right === undefined ? 0 : (pairCounts[pairs.get(left, right)] ?? 0);
  const byDeletion = new Map<string, string[]>();
  const byEar = new Map<string, string[]>();
  for (const word of numbers.keys()) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const part of deletions(word)) push(byDeletion, part, word);
    push(byEar, soundOf(word), word);
  }
  const rowsBy = initialsOf(short);
  const made = new Map<string, readonly Near[]>();
  return {
    count: (word) => countOf(numbers.get(word)),
    pair: (left, right) => pairOf(numbers.get(left), numbers.get(right)),
    surprise: (before, word) => {
      const own = numbers.get(word);
      const previous = before === undefined ? undefined : numbers.get(before);
      const first = countOf(previous);
      return -Math.log(
        (first === 0 ? 0 : (share.pair * pairOf(previous, own)) / first) +
          (share.word * countOf(own)) / total +
          share.any / share.words,
      );
    },
    near: (word) => {
      const ready = made.get(word);
      if (ready) return ready;
      const found = new Map<string, number>();
      for (const known of byEar.get(soundOf(word)) ?? []) found.set(known, cost.ear);
      for (const part of deletions(word)) {
        for (const known of byDeletion.get(part) ?? []) {
          const cost = slipCost(word, known);
          if (cost !== undefined && cost < (found.get(known) ?? Number.POSITIVE_INFINITY))
            found.set(known, cost);
        }
      }
      found.delete(word);
      const all = [...found].map(([w, cost]) => ({ word: w, cost }));
      if (made.size < cached) made.set(word, all);
      return all;
    },
    initials: rowsBy,
  };
}

const longestRow = 5;
/** A row of words that is found so often is common enough. */
const enough = 2000;

/**
 * Finds the rows of words that begin with given letters: those said at least twice, the two commonest. All first
 * letters stand in one text, each at the place of its word, so that nothing is kept for rows nobody shortens.
 */
function initialsOf(
  phrases: readonly (readonly string[])[],
): (letters: string) => readonly (readonly string[])[] {
  const words = phrases.flatMap((p) => [...p, between]);
  const firsts = words.map((w) => w[0]).join('');
  return (letters) => {
    if (letters.length < 2 || letters.length > longestRow) return [];
    const said = new Map<string, number>();
    let found = 0;
    for (let at = firsts.indexOf(letters); at >= 0 && found < enough; at = firsts.indexOf(letters, at + 1)) {
      const row = words.slice(at, at + letters.length).join(' ');
      said.set(row, (said.get(row) ?? 0) + 1);
      found++;
    }
    return [...said]
      .filter(([, n]) => n > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 2)
      .map(([row]) => row.split(' '));
  };
}
const between = '|';

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  // A list that grows by itself takes room for sixteen more, and most of these have one word.
  map.set(key, list ? [...list, value] : [value]);
}

function deletions(word: string): string[] {
  const parts = [word];
  for (let i = 0; i < word.length; i++) parts.push(word.slice(0, i) + word.slice(i + 1));
  return parts;
}
