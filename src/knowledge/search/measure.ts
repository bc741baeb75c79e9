// How much each feature of a text weighs, by BM25 or by the cosine of tf·idf, and what a message that holds all of it would score.
import type { Bag } from './gatherer.ts';

export type MeasureOptions = {
  kind: 'bm25' | 'cosine';
  k1: number;
  b: number;
  /** How many features are numbered, and what a pair of words weighs beside a word. */
  features: number;
  isPair: (feature: number) => boolean;
  pair: number;
  /** Features that stand in more than this share of the texts are left out: they tell little and cost most. */
  common: number;
};

export type Measure = {
  /** 0 for a feature left out. */
  idfs: Float32Array;
  /** How many texts a feature stands in, 0 for one left out. */
  sizeOf: (feature: number) => number;
  /** What a feature that stands `count` times weighs in a text. */
  weigh: (count: number, text: number, feature: number) => number;
  /** A text's weights are kept as whole numbers of this many bits; one of them is worth a `unit`. */
  weightBits: number;
  unit: number;
  /** The weight of the bag itself: what a text that holds all of it would score. */
  own: (bag: Bag) => number;
  /** What a feature that stands `count` times in the message counts. */
  times: (count: number, feature: number) => number;
};

/** Twelve bits leave room for a million texts or features beside a weight in 32 bits. */
const mostBits = 12;
export const weightBitsBeside = (others: number): number =>
  Math.min(mostBits, 32 - Math.ceil(Math.log2(Math.max(2, others))));

/** No closure here may hold the bags: what is kept lives as long as the index, and they are many times its size. */
export function measureOf(bags: readonly Bag[], options: MeasureOptions, weightBits: number): Measure {
  const { idfs, sizes, unseen } = countFeatures(bags, options);
  const weigh = weigher(bags, idfs, options);
  const cosine = options.kind === 'cosine';
  let heaviest = 0;
  for (const [text, bag] of bags.entries())
    for (const [i, id] of bag.ids.entries())
      heaviest = Math.max(heaviest, weigh(bag.counts[i] as number, text, id));
  const { pair } = options;
  return {
    idfs,
    sizeOf: (feature) => sizes[feature] as number,
    weigh,
    weightBits,
    unit: heaviest / ((1 << weightBits) - 1) || 1,
    own: ({ ids, counts, unknown }) => {
      let own = cosine
        ? unknown.words * unseen ** 2 + unknown.pairs * (unseen * pair) ** 2
        : unknown.words * unseen + unknown.pairs * unseen * pair;
      for (let k = 0; k < ids.length; k++) {
        const idf = idfs[ids[k] as number] as number;
        own += cosine ? (tfOf(counts[k] as number) * idf) ** 2 : idf;
      }
      return (cosine ? Math.sqrt(own) : own) || 1;
    },
    times: (count, feature) => (cosine ? tfOf(count) * (idfs[feature] as number) : 1),
  };
}

function countFeatures(
  bags: readonly Bag[],
  { features, common, pair, isPair }: MeasureOptions,
): { idfs: Float32Array; sizes: Int32Array; unseen: number } {
  const n = bags.length;
  const sizes = new Int32Array(features);
  for (const bag of bags) for (const id of bag.ids) sizes[id] = (sizes[id] as number) + 1;
  const tooMany = Math.max(20, n * common);
  const idfOf = (df: number): number => Math.log(1 + (n - df + 0.5) / (df + 0.5));
  const idfs = new Float32Array(features);
  for (let id = 0; id < features; id++) {
    const df = sizes[id] as number;
    if (df > tooMany) sizes[id] = 0;
    else idfs[id] = idfOf(df) * (isPair(id) ? pair : 1);
  }
  return { idfs, sizes, unseen: idfOf(0) };
}

function weigher(
  bags: readonly Bag[],
  idfs: Float32Array,
  { kind, k1, b }: MeasureOptions,
): Measure['weigh'] {
  if (kind === 'cosine') {
    const norms = normsOf(bags, idfs);
    return (count, text, id) => (tfOf(count) * (idfs[id] as number)) / (norms[text] as number);
  }
  const lengths = Float32Array.from(bags, (bag) => bag.ids.length);
  const mean = lengths.reduce((a, c) => a + c, 0) / Math.max(1, lengths.length);
  return (count, text, id) =>
    ((idfs[id] as number) * count * (k1 + 1)) /
    (count + k1 * (1 - b + (b * (lengths[text] as number)) / mean));
}

const normsOf = (bags: readonly Bag[], idfs: Float32Array): Float32Array =>
  Float32Array.from(bags, ({ ids, counts }) => {
    const sum = ids.reduce((all, id, i) => all + (tfOf(counts[i] as number) * (idfs[id] as number)) ** 2, 0);
    return Math.sqrt(sum) || 1;
  });

const tfs = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));
const tfOf = (count: number): number => tfs[count] ?? 1 + Math.log(count);
