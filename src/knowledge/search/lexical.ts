// How like a message is to each entry: its best phrasings by words and by letters, all its phrasings together, and its answer text.
import type { Bags, Features } from './features.ts';
import { fieldOf } from './field.ts';
import type { Bag } from './gatherer.ts';
import { oneByOne } from './one-by-one.ts';
import type { Said } from './rings.ts';
import { spread } from './spread.ts';
import type { Weights } from './weights.ts';

export type Parts = { words: number; letters: number; three: number; entry: number; text: number };
export type Liked = { entry: number; like: number };
/** A phrasing left out while training, so that it does not find itself; `phrasing` counts those of all entries. */
export type LeftOut = {
  phrasing: number;
  entry: number;
  /** How often a feature stands in the entry's other phrasings. */
  left: (feature: number) => number;
};

export type Lexical = {
  /** The likest entries, best first. `like` lies near [0, 1.5]. */
  rank: (bags: Bags, limit: number, leftOut?: LeftOut) => Liked[];
  /** What one entry's likeness is made of, in the same measure for every entry: 1 for a perfect match. */
  parts: (bags: Bags, entry: number) => Parts;
  /** The share each word of the message has in an entry's likeness. */
  shares: (said: Said, entry: number) => { word: string; share: number }[];
};

/** `pieces`: the text in pieces of about a phrasing's length, to learn from. */
export type LexicalEntry = { phrasings: readonly Said[]; text: Said; pieces: readonly Said[] };

/** Numbers the features of all entries, and closes them. */
export function lexicalOf(entries: readonly LexicalEntry[], features: Features, w: Weights): Lexical {
  const said = entries.map((e) => e.phrasings.map((phrasing) => features.of(phrasing)));
  const texts = entries.map((e) => features.of(e.text).words);
  features.close();
  const kept = said.map((bags) => spread(bags, w.phrasings));
  const phrasings = kept.flat();
  const starts = startsOf(kept);
  const placeOf = placesAmong(phrasings, said.flat());
  const { sizes } = features;
  const isPair = (id: number): boolean => features.isPair(id);
  const bm25 = {
    kind: 'bm25',
    k1: w.k1,
    b: w.b,
    pair: w.bigram,
    isPair,
    features: sizes.words,
    common: 1,
  } as const;
  const byWords = oneByOne(
    phrasings.map((p) => p.words),
    starts,
    bm25,
  );
  const byLetters = oneByOne(
    phrasings.map((p) => p.letters),
    starts,
    { kind: 'cosine', k1: 0, b: 0, pair: 1, isPair: () => false, features: sizes.letters, common: w.common },
  );
  const whole = fieldOf(
    said.map((bags) => together(bags.map((b) => b.words))),
    { ...bm25, k1: w.entryK1, b: w.entryB },
  );
  const spelling = fieldOf(
    kept.map((bags) => together(bags.map((b) => b.letters))),
    { ...bm25, pair: 1, isPair: () => false, features: sizes.letters },
  );
  const answers = fieldOf(texts, { ...bm25, k1: w.textK1, b: w.textB, pair: w.textBigram });

  const near = new Float32Array(phrasings.length);
  const wide = new Float32Array(entries.length);
  const like = new Float32Array(entries.length);

  /** What the likest phrasing and the mean of the three likest add; nearly the very words of a phrasing add more. */
  const nearest = (entry: number): number => {
    let first = 0;
    let second = 0;
    let third = 0;
    const end = starts[entry + 1] as number;
    for (let p = starts[entry] as number; p < end; p++) {
      const now = near[p] as number;
      if (now <= third) continue;
      if (now > first) {
        third = second;
        second = first;
        first = now;
      } else if (now > second) {
        third = second;
        second = now;
      } else third = now;
    }
    const alike = first / (w.words + w.letters);
    return first + (w.three * (first + second + third)) / 3 + w.same * alike ** 6;
  };

  /** The entries looked at: the likest by words, filled up with the likest by letters where few share a word with the message. */
  const widest = ({ letters }: Bags): readonly number[] => {
    const found = top(wide, w.wide);
    if (found.length === w.wide) return found;
    const known = new Set(found);
    spelling.score(letters, 1, like);
    const more = top(like, w.wide).filter((entry) => !known.has(entry));
    like.fill(0);
    return [...found, ...more.slice(0, w.wide - found.length)];
  };

  const rank: Lexical['rank'] = (bags, limit, leftOut) => {
    whole.score(bags.words, w.entry, wide, leftOut && { text: leftOut.entry, left: leftOut.left });
    answers.score(bags.words, w.text, wide);
    const looked = widest(bags);
    byWords.score(bags.words, w.words, looked, near);
    byLetters.score(bags.letters, w.letters, looked, near);
    const itself = leftOut ? (placeOf[leftOut.phrasing] as number) : -1;
    if (itself >= 0) near[itself] = 0;
    for (const e of looked) {
      const own = nearest(e);
      like[e] = own < seen ? 0 : own + (wide[e] as number);
    }
    const liked = top(like, limit).map((entry) => ({ entry, like: like[entry] as number }));
    near.fill(0);
    wide.fill(0);
    like.fill(0);
    return liked;
  };
  return {
    rank,
    parts: (bags, entry) => {
      const count = (starts[entry + 1] as number) - (starts[entry] as number);
      const each = Array.from({ length: count }, (_, i) => {
        const text = (starts[entry] as number) + i;
        const words = byWords.likeness(bags.words, text);
        const letters = byLetters.likeness(bags.letters, text);
        return { words, letters, near: w.words * words + w.letters * letters };
      });
      const [first, second, third] = each.sort((a, b) => b.near - a.near);
      return {
        words: first?.words ?? 0,
        letters: first?.letters ?? 0,
        three: ((first?.near ?? 0) + (second?.near ?? 0) + (third?.near ?? 0)) / 3,
        entry: whole.likeness(bags.words, entry),
        text: answers.likeness(bags.words, entry),
      };
    },
    shares: (said, entry) => {
      const words = features.named(said).filter((f) => f.kind === 'words');
      const own = words.reduce((sum, f) => sum + whole.idf(f.id), 0) || 1;
      return words
        .map(({ id, name }) => ({ word: name, share: whole.weight(id, entry) / own }))
        .filter((s) => s.share > 0)
        .sort((x, y) => y.share - x.share);
    },
  };
}

/** Less than this is what rounding leaves of a text that was taken back. */
const seen = 1e-5;

/** The `limit` likest entries, best first: a short sorted row, so that thousands of others cost one comparison each. */
function top(like: Float32Array, limit: number): number[] {
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

/** Where each of `all` stands among the kept ones, -1 where it does not. */
function placesAmong<T>(kept: readonly T[], all: readonly T[]): Int32Array {
  const places = new Map(kept.map((item, place) => [item, place]));
  return Int32Array.from(all, (item) => places.get(item) ?? -1);
}

/** Where each group begins in the row of all; one more for the end. */
function startsOf(groups: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(groups.length + 1);
  groups.forEach((group, i) => {
    starts[i + 1] = (starts[i] as number) + group.length;
  });
  return starts;
}

export function together(bags: readonly Bag[]): Bag {
  const all = new Map<number, number>();
  for (const bag of bags)
    bag.ids.forEach((id, i) => {
      all.set(id, (all.get(id) ?? 0) + (bag.counts[i] as number));
    });
  return { ids: [...all.keys()], counts: [...all.values()], unknown: { words: 0, pairs: 0 } };
}
