// Puts many short texts into one row of postings, feature by feature, each with its weight.
import type { Bag } from './features.ts';

export type FieldOptions = {
  kind: 'bm25' | 'cosine';
  k1: number;
  b: number;
  /** How many features are numbered, and what a pair of words weighs beside a word. */
  features: number;
  isPair: (feature: number) => boolean;
  pair: number;
  /** Features that stand in more than this share of the texts are left out: they tell little and cost most. */
  common: number;
  /** Where each group of texts that belong together begins, and the end; texts without groups need none. */
  groups?: Int32Array;
};

export type Postings = {
  /** Where each feature's postings begin, and the end. */
  starts: Int32Array;
  /** 0 for a feature left out. */
  idfs: Float32Array;
  /** A posting is one number: the text above, its weight below in `unit`s. */
  postings: Uint32Array;
  unit: number;
  weightBits: number;
  /** The idf of a feature no text has. */
  unseen: number;
  weigh: (count: number, text: number, idf: number) => number;
  /** For features with many postings: where each group's begin. */
  jumps: ReadonlyMap<number, Int32Array> | undefined;
};

/** 12 bits of weight up to a million texts, fewer for more. */
const weightBitsFor = (texts: number): number => Math.min(12, 32 - Math.ceil(Math.log2(Math.max(2, texts))));

/** No closure here may hold the bags: what is kept lives as long as the index, and they are many times its size. */
export function postingsOf(bags: readonly Bag[], options: FieldOptions): Postings {
  const n = bags.length;
  const { starts, idfs, unseen } = countFeatures(bags, options);
  const weigh = weigher(bags, idfs, options);
  const weightBits = weightBitsFor(n);
  const mostWeight = (1 << weightBits) - 1;
  let heaviest = 0;
  for (const [text, bag] of bags.entries())
    for (const [i, id] of bag.ids.entries())
      heaviest = Math.max(heaviest, weigh(bag.counts[i] as number, text, idfs[id] as number));
  const unit = heaviest / mostWeight || 1;
  const postings = new Uint32Array(starts[options.features] as number);
  const next = starts.slice();
  for (const [text, bag] of bags.entries()) {
    for (const [i, id] of bag.ids.entries()) {
      const idf = idfs[id] as number;
      if (idf === 0) continue;
      const at = next[id] as number;
      next[id] = at + 1;
      const weight = weigh(bag.counts[i] as number, text, idf);
      postings[at] = ((text << weightBits) | Math.round(weight / unit)) >>> 0;
    }
  }
  const jumps = options.groups && jumpsOf(postings, starts, options.groups, weightBits);
  return { starts, idfs, postings, unit, weightBits, unseen, weigh, jumps };
}

function countFeatures(
  bags: readonly Bag[],
  options: FieldOptions,
): Pick<Postings, 'starts' | 'idfs' | 'unseen'> {
  const n = bags.length;
  const starts = new Int32Array(options.features + 1);
  for (const bag of bags) for (const id of bag.ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  const tooMany = Math.max(20, n * options.common);
  const idfOf = (df: number): number => Math.log(1 + (n - df + 0.5) / (df + 0.5));
  const idfs = new Float32Array(options.features);
  for (let id = 0; id < options.features; id++) {
    const df = starts[id + 1] as number;
    const kept = df <= tooMany;
    idfs[id] = kept ? idfOf(df) * (options.isPair(id) ? options.pair : 1) : 0;
    starts[id + 1] = (starts[id] as number) + (kept ? df : 0);
  }
  return { starts, idfs, unseen: idfOf(0) };
}

function weigher(bags: readonly Bag[], idfs: Float32Array, { kind, k1, b }: FieldOptions): Postings['weigh'] {
  if (kind === 'cosine') {
    const norms = normsOf(bags, idfs);
    return (count, text, idf) => (tfOf(count) * idf) / (norms[text] as number);
  }
  const lengths = lengthsOf(bags);
  const mean = lengths.reduce((a, c) => a + c, 0) / Math.max(1, lengths.length);
  return (count, text, idf) =>
    (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * (lengths[text] as number)) / mean));
}

const lengthsOf = (bags: readonly Bag[]): Float32Array => Float32Array.from(bags, (bag) => bag.ids.length);

const normsOf = (bags: readonly Bag[], idfs: Float32Array): Float32Array =>
  Float32Array.from(bags, ({ ids, counts }) => {
    const sum = ids.reduce((all, id, i) => all + (tfOf(counts[i] as number) * (idfs[id] as number)) ** 2, 0);
    return Math.sqrt(sum) || 1;
  });

/** For each feature with more postings than there are groups: where each group's begin, so that a few groups can be read alone. */
function jumpsOf(
  postings: Uint32Array,
  starts: Int32Array,
  groups: Int32Array,
  weightBits: number,
): ReadonlyMap<number, Int32Array> {
  const jumps = new Map<number, Int32Array>();
  for (let id = 0; id + 1 < starts.length; id++) {
    const end = starts[id + 1] as number;
    let at = starts[id] as number;
    if (end - at <= groups.length) continue;
    const begins = new Int32Array(groups.length);
    groups.forEach((first, group) => {
      while (at < end && (postings[at] as number) >>> weightBits < first) at++;
      begins[group] = at;
    });
    jumps.set(id, begins);
  }
  return jumps;
}

const tfs = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));
export const tfOf = (count: number): number => tfs[count] ?? 1 + Math.log(count);
