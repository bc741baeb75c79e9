// An inverted index over many short texts, scored by BM25 or by the cosine of tf·idf weights; all postings lie in one row.
import type { Bag } from './features.ts';

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

/** Reading stops after this many postings, the rarest features first: what is left could hardly change the order. */
const budget = 60_000;

/** A posting is one number: the text in the upper 20 bits (a million texts), its weight in the lower 12, as a share of the heaviest. */
const weightBits = 12;
const mostWeight = (1 << weightBits) - 1;

export function fieldOf(bags: readonly Bag[], options: FieldOptions): Field {
  const n = bags.length;
  const cosine = options.kind === 'cosine';
  const starts = new Int32Array(options.features + 1);
  for (const bag of bags) for (const id of bag.ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  const tooMany = Math.max(20, n * options.common);
  const idfOf = (df: number): number => Math.log(1 + (n - df + 0.5) / (df + 0.5));
  const factor = (id: number): number => (options.isPair(id) ? options.pair : 1);
  /** 0 for a feature left out. */
  const idfs = new Float32Array(options.features);
  for (let id = 0; id < options.features; id++) {
    const df = starts[id + 1] as number;
    const kept = df <= tooMany;
    idfs[id] = kept ? idfOf(df) * factor(id) : 0;
    starts[id + 1] = (starts[id] as number) + (kept ? df : 0);
  }
  const lengths = Float32Array.from(bags, (bag) => bag.ids.length);
  const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, n);
  const norms = new Float32Array(n);
  if (cosine)
    bags.forEach((bag, text) => {
      let sum = 0;
      bag.ids.forEach((id, i) => {
        sum += (tfOf(bag.counts[i] as number) * (idfs[id] as number)) ** 2;
      });
      norms[text] = Math.sqrt(sum) || 1;
    });
  const weigh = (count: number, text: number, idf: number): number =>
    cosine
      ? (tfOf(count) * idf) / (norms[text] as number)
      : (idf * count * (options.k1 + 1)) /
        (count + options.k1 * (1 - options.b + (options.b * (lengths[text] as number)) / mean));
  const each = (visit: (id: number, text: number, weight: number) => void): void =>
    bags.forEach((bag, text) => {
      bag.ids.forEach((id, i) => {
        const idf = idfs[id] as number;
        if (idf !== 0) visit(id, text, weigh(bag.counts[i] as number, text, idf));
      });
    });
  let heaviest = 0;
  each((_, __, weight) => {
    heaviest = Math.max(heaviest, weight);
  });
  const unit = heaviest / mostWeight || 1;
  const postings = new Uint32Array(starts[options.features] as number);
  const next = starts.slice();
  each((id, text, weight) => {
    const at = next[id] as number;
    next[id] = at + 1;
    postings[at] = ((text << weightBits) | Math.round(weight / unit)) >>> 0;
  });
  const jumps = options.groups && jumpsOf(postings, starts, options.groups);
  const textAt = (at: number): number => (postings[at] as number) >>> weightBits;
  const weightAt = (at: number): number => unit * ((postings[at] as number) & mostWeight);
  const unseen = idfOf(0);

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
    size: n,
    score: (bag, share, scores, { within, without } = {}) => {
      const scale = share / ownOf(bag);
      for (const k of readable(bag, within)) {
        const id = bag.ids[k] as number;
        const by = scale * timesOf(bag.counts[k] as number, id);
        const groups = within && jumps?.get(id);
        if (groups) addGroups(scores, postings, groups, within, by * unit);
        else addRow(scores, postings, starts[id] as number, starts[id + 1] as number, by * unit);
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
function addRow(scores: Float32Array, postings: Uint32Array, from: number, to: number, by: number): void {
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
): void {
  for (let k = 0; k < within.length; k++) {
    const group = within[k] as number;
    addRow(scores, postings, groups[group] as number, groups[group + 1] as number, by);
  }
}

/** For each feature with more postings than there are groups: where each group's begin, so that a few groups can be read alone. */
function jumpsOf(
  postings: Uint32Array,
  starts: Int32Array,
  groups: Int32Array,
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
/** About how many postings a group has in such a row. */
const aGroup = 8;

const tfs = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));
const tfOf = (count: number): number => tfs[count] ?? 1 + Math.log(count);
