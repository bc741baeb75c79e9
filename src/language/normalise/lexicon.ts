// The syllables and pairs of syllables that the knowledge itself uses: how likely a word is, and which known words lie one slip away.
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
  const counts = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const short: (readonly string[])[] = [];
  let total = 0;
  for (const tokens of corpus) {
    tokens.forEach((word, i) => {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
      const next = tokens[i + 1];
      if (next !== undefined) {
        const after = pairs.get(word) ?? new Map<string, number>();
        if (after.size === 0) pairs.set(word, after);
        after.set(next, (after.get(next) ?? 0) + 1);
      }
    });
    if (tokens.length <= phrase) short.push(tokens);
  }
  for (const word of also) if (!counts.has(word)) counts.set(word, 1);
  const byDeletion = new Map<string, string[]>();
  const byEar = new Map<string, string[]>();
  for (const word of counts.keys()) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const part of deletions(word)) push(byDeletion, part, word);
    push(byEar, soundOf(word), word);
  }
  const rowsBy = initialsOf(short);
  const made = new Map<string, readonly Near[]>();
  return {
    count: (word) => counts.get(word) ?? 0,
    pair: (left, right) => pairs.get(left)?.get(right) ?? 0,
    surprise: (before, word) => {
      const own = counts.get(word) ?? 0;
      const first = before === undefined ? 0 : (counts.get(before) ?? 0);
      const both = first === 0 || before === undefined ? 0 : (pairs.get(before)?.get(word) ?? 0);
      return -Math.log(
        (first === 0 ? 0 : (share.pair * both) / first) +
          (share.word * own) / total +
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
  if (list) list.push(value);
  else map.set(key, [value]);
}

function deletions(word: string): string[] {
  const parts = [word];
  for (let i = 0; i < word.length; i++) parts.push(word.slice(0, i) + word.slice(i + 1));
  return parts;
}
