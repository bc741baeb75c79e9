// An inverted index over many short texts, scored by BM25 or by the cosine of tf·idf weights; all postings lie in one row.
import type { Bag } from './features.ts';
import { type FieldOptions, postingsOf, tfOf } from './postings.ts';

export type Field = {
  size: number;
  /** Adds each text's likeness to the bag into `scores`, `share` for a perfect one; with `within`, at least of the texts of those groups. */
  score: (bag: Bag, share: number, scores: Float32Array, only?: Only) => void;
  /** One text's likeness to the bag, 1 for a perfect one. */
  likeness: (bag: Bag, text: number) => number;
  /** The share one feature has in one text's score, for `ask --why`. */
  weight: (feature: number, text: number) => number;
  idf: (feature: number) => number;
};
/** Leaves one text, or one part of it, out of the reckoning: a phrasing must not find itself while training. `left` tells how often a feature still stands there. */
export type Without = { text: number; left: (feature: number) => number };
/** `within`: numbers of groups, ascending. */
export type Only = { within?: readonly number[] | undefined; without?: Without | undefined };

/** Reading stops after this many postings, the rarest features first: what is left could hardly change the order. */
const budget = 60_000;

export function fieldOf(bags: readonly Bag[], options: FieldOptions): Field {
  const { starts, idfs, postings, unit, weightBits, unseen, weigh, jumps } = postingsOf(bags, options);
  const cosine = options.kind === 'cosine';
  const mostWeight = (1 << weightBits) - 1;
  const textAt = (at: number): number => (postings[at] as number) >>> weightBits;
  const weightAt = (at: number): number => unit * ((postings[at] as number) & mostWeight);

  /** The weight of the bag itself: what a text that holds all of it would score. */
  const ownOf = (bag: Bag): number => {
    const unknown = cosine
      ? bag.unknown.words * unseen ** 2 + bag.unknown.pairs * (unseen * options.pair) ** 2
      : bag.unknown.words * unseen + bag.unknown.pairs * unseen * options.pair;
    let own = unknown;
    for (let k = 0; k < bag.ids.length; k++) {
      const idf = idfs[bag.ids[k] as number] as number;
      own += cosine ? (tfOf(bag.counts[k] as number) * idf) ** 2 : idf;
    }
    return (cosine ? Math.sqrt(own) : own) || 1;
  };
  const timesOf = (count: number, id: number): number => (cosine ? tfOf(count) * (idfs[id] as number) : 1);

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
    const weight = count > 0 ? weigh(count, text, idfs[id] as number) : 0;
    scores[text] = (scores[text] as number) + by * (weight - weightAt(at));
  };

  /** Which of the bag's features are read: all, but for the commonest ones of a message that would read too much. */
  const readable = (bag: Bag, within: Only['within']): readonly number[] => {
    const sizeOf = (k: number): number => {
      const id = bag.ids[k] as number;
      const all = (starts[id + 1] as number) - (starts[id] as number);
      return within && jumps?.has(id) ? Math.min(all, within.length * aGroup) : all;
    };
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
    size: bags.length,
    score: (bag, share, scores, { within, without } = {}) => {
      const scale = share / ownOf(bag);
      for (const k of readable(bag, within)) {
        const id = bag.ids[k] as number;
        const by = scale * timesOf(bag.counts[k] as number, id);
        const groups = within && jumps?.get(id);
        if (groups) addGroups(scores, postings, groups, within, by * unit, weightBits);
        else addRow(scores, postings, starts[id] as number, starts[id + 1] as number, by * unit, weightBits);
        if (without) takeBack(id, without, by, scores);
      }
    },
    likeness: (bag, text) => {
      let sum = 0;
      bag.ids.forEach((id, k) => {
        const at = postingOf(id, text);
        if (at >= 0) sum += timesOf(bag.counts[k] as number, id) * weightAt(at);
      });
      return sum / ownOf(bag);
    },
    weight: (feature, text) => {
      const at = postingOf(feature, text);
      return at >= 0 ? weightAt(at) : 0;
    },
    idf: (feature) => idfs[feature] as number,
  };
}

/** Apart from the rest, so that it is compiled for these arrays alone: nearly all time of a search is spent here. */
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

function addGroups(
  scores: Float32Array,
  postings: Uint32Array,
  groups: Int32Array,
  within: readonly number[],
  by: number,
  weightBits: number,
): void {
  for (let k = 0; k < within.length; k++) {
    const group = within[k] as number;
    addRow(scores, postings, groups[group] as number, groups[group + 1] as number, by, weightBits);
  }
}

/** About how many postings a group has in such a row. */
const aGroup = 8;
