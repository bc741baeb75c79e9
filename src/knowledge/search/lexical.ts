// How like a message is to each entry: its best phrasings by words and by letters, all its phrasings together, and its answer text.
import { type Bag, type Bags, letterBag, wordBag } from './features.ts';
import { fieldOf } from './field.ts';
import type { Weights } from './weights.ts';

export type Parts = { words: number; letters: number; three: number; entry: number; text: number };
export type Liked = { entry: number; like: number; parts: Parts };
/** A phrasing left out while training, so that it does not find itself. */
export type LeftOut = { phrasing: number; entry: number };

export type Lexical = {
  /** The likest entries, best first. `like` lies near [0, 1.5]. */
  rank: (bags: Bags, limit: number, leftOut?: LeftOut) => Liked[];
  /** The share each word of the message has in an entry's likeness. */
  shares: (tokens: readonly string[], entry: number) => { word: string; share: number }[];
};

export type LexicalEntry = { phrasings: readonly (readonly string[])[]; text: readonly string[] };

export function lexicalOf(entries: readonly LexicalEntry[], w: Weights): Lexical {
  const factor = (feature: string): number => (feature.includes(' ') ? w.bigram : 1);
  const phrasings = entries.flatMap((e, entry) => e.phrasings.map((tokens) => ({ entry, tokens })));
  const bm25 = { kind: 'bm25' as const, k1: w.k1, b: w.b, factor, common: 1 };
  const wordBags = phrasings.map((p) => wordBag(p.tokens));
  const byWords = fieldOf(wordBags, bm25);
  const byLetters = fieldOf(
    phrasings.map((p) => letterBag(p.tokens)),
    { kind: 'cosine', k1: 0, b: 0, factor: () => 1, common: w.common },
  );
  const whole = fieldOf(
    entries.map((e) => together(e.phrasings)),
    bm25,
  );
  const answers = fieldOf(
    entries.map((e) => wordBag(e.text)),
    {
      ...bm25,
      k1: w.textK1,
      b: w.textB,
      factor: (feature) => (feature.includes(' ') ? w.textBigram : 1),
    },
  );
  // Where each entry's phrasings begin in the row of all; one more for the end.
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((e, i) => {
    starts[i + 1] = (starts[i] as number) + e.phrasings.length;
  });
  const words = new Float64Array(byWords.size);
  const letters = new Float64Array(byLetters.size);
  const entry = new Float64Array(whole.size);
  const text = new Float64Array(answers.size);
  const like = new Float64Array(entries.length);
  const best = new Int32Array(entries.length);
  const three = new Float64Array(entries.length);

  const rank: Lexical['rank'] = (bags, limit, leftOut) => {
    const part = leftOut && wordBags[leftOut.phrasing];
    const one = leftOut && { text: leftOut.phrasing };
    const own = {
      words: byWords.score(bags.words, words, one) || 1,
      letters: byLetters.score(bags.letters, letters, one) || 1,
      entry: whole.score(bags.words, entry, leftOut && part && { text: leftOut.entry, part }) || 1,
      text: answers.score(bags.words, text) || 1,
    };
    const perWord = w.words / own.words;
    const perLetter = w.letters / own.letters;
    for (let e = 0; e < like.length; e++) {
      let first = 0;
      let second = 0;
      let third = 0;
      const end = starts[e + 1] as number;
      for (let p = starts[e] as number; p < end; p++) {
        const now = perWord * (words[p] as number) + perLetter * (letters[p] as number);
        if (now <= third) continue;
        if (now > first) {
          third = second;
          second = first;
          first = now;
          best[e] = p;
        } else if (now > second) {
          third = second;
          second = now;
        } else third = now;
      }
      three[e] = (first + second + third) / 3;
      like[e] =
        first < seen
          ? 0
          : first +
            w.three * (three[e] as number) +
            (w.entry * (entry[e] as number)) / own.entry +
            (w.text * (text[e] as number)) / own.text;
    }
    const liked = top(like, limit).map((e): Liked => {
      const p = best[e] as number;
      return {
        entry: e,
        like: like[e] as number,
        parts: {
          words: (words[p] as number) / own.words,
          letters: (letters[p] as number) / own.letters,
          three: three[e] as number,
          entry: (entry[e] as number) / own.entry,
          text: (text[e] as number) / own.text,
        },
      };
    });
    for (const scores of [words, letters, entry, text]) scores.fill(0);
    return liked;
  };
  return {
    rank,
    shares: (tokens, entry) => {
      const bag = wordBag(tokens);
      const own = [...bag.keys()].reduce((n, f) => n + whole.idf(f), 0) || 1;
      return [...bag.keys()]
        .map((word) => ({ word, share: whole.weight(word, entry) / own }))
        .filter((s) => s.share > 0)
        .sort((x, y) => y.share - x.share);
    },
  };
}

/** Less than this is what rounding leaves of a text that was taken back. */
const seen = 1e-9;

/** The `limit` likest entries, best first: a short sorted row, so that thousands of others cost one comparison each. */
function top(like: Float64Array, limit: number): number[] {
  const row: number[] = [];
  for (let e = 0; e < like.length; e++) {
    const own = like[e] as number;
    if (own === 0 || (row.length === limit && own <= (like[row[limit - 1] as number] as number))) continue;
    let at = row.length < limit ? row.length : limit - 1;
    while (at > 0 && own > (like[row[at - 1] as number] as number)) {
      row[at] = row[at - 1] as number;
      at--;
    }
    row[at] = e;
  }
  return row;
}

function together(phrasings: readonly (readonly string[])[]): Bag {
  const all: Bag = new Map();
  for (const tokens of phrasings) for (const [f, n] of wordBag(tokens)) all.set(f, (all.get(f) ?? 0) + n);
  return all;
}
