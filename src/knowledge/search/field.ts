// An inverted index over texts, scored all at once: all postings lie in one row, feature by feature.
import type { Bag } from './gatherer.ts';
import { type Measure, type MeasureOptions, measureOf, weightBitsBeside } from './measure.ts';

export type Field = {
  /** Adds each text's likeness to the bag into `scores`, `share` for a perfect one. */
  score: (bag: Bag, share: number, scores: Float32Array, without?: Without) => void;
  /** One text's likeness to the bag, 1 for a perfect one. */
  likeness: (bag: Bag, text: number) => number;
  /** The share one feature has in one text's score, for `ask --why`. */
  weight: (feature: number, text: number) => number;
  idf: (feature: number) => number;
};
/** Leaves a part of one text out of the reckoning: a phrasing must not find itself while training. `left` tells how often a feature still stands there. */
export type Without = { text: number; left: (feature: number) => number };

/** Reading stops after this many postings, the rarest features first: what is left could hardly change the order. */
const budget = 60_000;

export function fieldOf(bags: readonly Bag[], options: MeasureOptions): Field {
  const measure = measureOf(bags, options, weightBitsBeside(bags.length));
  const { starts, postings } = postingsOf(bags, measure, options.features);
  const { own, times, idfs, weigh, unit, weightBits } = measure;
  const mostWeight = (1 << weightBits) - 1;
  const textAt = (at: number): number => (postings[at] as number) >>> weightBits;
  const weightAt = (at: number): number => unit * ((postings[at] as number) & mostWeight);

  const postingOf = (id: number, text: number): number => {
    let from = starts[id] as number;
    let to = starts[id + 1] as number;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (textAt(middle) < text) from = middle + 1;
      else to = middle;
    }
    return from < (starts[id + 1] as number) && textAt(from) === text ? from : -1;
  };

  /** Undoes what one text got for a feature that, with the part left out, it would have less of or not at all. */
  const takeBack = (id: number, { text, left }: Without, by: number, scores: Float32Array): void => {
    const at = postingOf(id, text);
    if (at < 0) return;
    const count = left(id);
    const weight = count > 0 ? weigh(count, text, id) : 0;
    scores[text] = (scores[text] as number) + by * (weight - weightAt(at));
  };

  /** Which of the bag's features are read: all, but for the commonest ones of a message that would read too much. */
  const readable = (bag: Bag): readonly number[] => {
    const sizeOf = (k: number): number => measure.sizeOf(bag.ids[k] as number);
    let total = 0;
    for (let k = 0; k < bag.ids.length; k++) total += sizeOf(k);
    const places = bag.ids.map((_, k) => k);
    if (total <= budget) return places;
    let read = 0;
    return places
      .sort((a, b) => sizeOf(a) - sizeOf(b))
      .filter((k) => {
        const fits = read <= budget;
        read += sizeOf(k);
        return fits;
      });
  };

  return {
    score: (bag, share, scores, without) => {
      const scale = share / own(bag);
      for (const k of readable(bag)) {
        const id = bag.ids[k] as number;
        const by = scale * times(bag.counts[k] as number, id);
        addRow(scores, postings, starts[id] as number, starts[id + 1] as number, by * unit, weightBits);
        if (without) takeBack(id, without, by, scores);
      }
    },
    likeness: (bag, text) => {
      let sum = 0;
      bag.ids.forEach((id, k) => {
        const at = postingOf(id, text);
        if (at >= 0) sum += times(bag.counts[k] as number, id) * weightAt(at);
      });
      return sum / own(bag);
    },
    weight: (feature, text) => {
      const at = postingOf(feature, text);
      return at >= 0 ? weightAt(at) : 0;
    },
    idf: (feature) => idfs[feature] as number,
  };
}

/** A posting is one number: the text above, its weight below. `starts` says where each feature's begin, and the end. */
function postingsOf(
  bags: readonly Bag[],
  { sizeOf, weigh, weightBits, unit }: Measure,
  features: number,
): { starts: Int32Array; postings: Uint32Array } {
  const starts = new Int32Array(features + 1);
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id] as number) + sizeOf(id);
  const postings = new Uint32Array(starts[features] as number);
  const next = starts.slice();
  for (const [text, bag] of bags.entries()) {
    for (const [i, id] of bag.ids.entries()) {
      if (sizeOf(id) === 0) continue;
      const at = next[id] as number;
      next[id] = at + 1;
      postings[at] =
        ((text << weightBits) | Math.round(weigh(bag.counts[i] as number, text, id) / unit)) >>> 0;
    }
  }
  return { starts, postings };
}

/** Apart from the rest, so that it is compiled for these arrays alone. */
function addRow(
  scores: Float32Array,
  postings: Uint32Array,
  from: number,
  to: number,
  by: number,
  weightBits: number,
): void {
  const mostWeight = (1 << weightBits) - 1;
  for (let i = from; i < to; i++) {
    const posting = postings[i] as number;
    const text = posting >>> weightBits;
    scores[text] = (scores[text] as number) + by * (posting & mostWeight);
  }
}
