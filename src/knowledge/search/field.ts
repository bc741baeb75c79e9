// An inverted index over many short texts, scored by BM25 or by the cosine of tf·idf weights.
import type { Bag } from './features.ts';

export type Field = {
  size: number;
  /** Adds each text's score for the bag into `scores`; returns the bag's own weight. */
  score: (bag: Bag, scores: Float64Array, without?: Without) => number;
  /** The share one feature has in one text's score, for `ask --why`. */
  weight: (feature: string, text: number) => number;
  idf: (feature: string) => number;
};
/** Leaves one text, or one part of it, out of the reckoning: a phrasing must not find itself while training. */
export type Without = { text: number; part?: Bag };

type Posting = { texts: Int32Array; counts: Float32Array; weights: Float32Array; idf: number };

export type FieldOptions = {
  kind: 'bm25' | 'cosine';
  k1: number;
  b: number;
  factor: (feature: string) => number;
  /** Features that stand in more than this share of the texts are left out: they tell little and cost most. */
  common: number;
};

/** Reading stops after this many postings, the rarest features first: what is left could hardly change the order. */
const budget = 60_000;

export function fieldOf(bags: readonly Bag[], options: FieldOptions): Field {
  const lists = new Map<string, { texts: number[]; counts: number[] }>();
  bags.forEach((bag, text) => {
    for (const [feature, count] of bag) {
      const list = lists.get(feature);
      if (list) {
        list.texts.push(text);
        list.counts.push(count);
      } else lists.set(feature, { texts: [text], counts: [count] });
    }
  });
  const tooMany = Math.max(20, bags.length * options.common);
  const dropped = new Set([...lists].filter(([, l]) => l.texts.length > tooMany).map(([f]) => f));
  for (const feature of dropped) lists.delete(feature);
  const lengths = bags.map((bag) => bag.size);
  const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, bags.length);
  const n = bags.length;
  const idfOf = (df: number): number => Math.log(1 + (n - df + 0.5) / (df + 0.5));
  const unseen = idfOf(0);
  const norms = new Float64Array(n);
  if (options.kind === 'cosine') {
    for (const [feature, list] of lists) {
      const idf = idfOf(list.texts.length) * options.factor(feature);
      list.texts.forEach((text, i) => {
        norms[text] = (norms[text] ?? 0) + (tfOf(list.counts[i] ?? 0) * idf) ** 2;
      });
    }
  }
  const weigh = (count: number, text: number, idf: number): number =>
    options.kind === 'cosine'
      ? (tfOf(count) * idf) / Math.sqrt(norms[text] || 1)
      : (idf * count * (options.k1 + 1)) /
        (count + options.k1 * (1 - options.b + (options.b * (lengths[text] ?? 0)) / mean));
  const postings = new Map<string, Posting>();
  for (const [feature, list] of lists) {
    const idf = idfOf(list.texts.length) * options.factor(feature);
    postings.set(feature, {
      texts: Int32Array.from(list.texts),
      counts: Float32Array.from(list.counts),
      weights: Float32Array.from(list.texts.map((text, i) => weigh(list.counts[i] ?? 0, text, idf))),
      idf,
    });
  }
  lists.clear();

  /** Undoes what one text got for a feature that, with the part left out, it would have less of or not at all. */
  const takeBack = (
    p: Posting,
    feature: string,
    { text, part }: Without,
    by: number,
    scores: Float64Array,
  ): void => {
    const at = p.texts.indexOf(text);
    if (at < 0) return;
    const left = part ? (p.counts[at] as number) - (part.get(feature) ?? 0) : 0;
    const weight = left > 0 ? weigh(left, text, p.idf) : 0;
    scores[text] = (scores[text] as number) + by * (weight - (p.weights[at] as number));
  };

  const score: Field['score'] = (bag, scores, without) => {
    let own = 0;
    let total = 0;
    const found: { posting: Posting; count: number; feature: string }[] = [];
    for (const [feature, count] of bag) {
      const posting = postings.get(feature);
      if (!posting && dropped.has(feature)) continue;
      const idf = posting?.idf ?? unseen * options.factor(feature);
      own += options.kind === 'cosine' ? (tfOf(count) * idf) ** 2 : idf;
      if (posting) {
        found.push({ posting, count, feature });
        total += posting.texts.length;
      }
    }
    if (total > budget) found.sort((a, b) => a.posting.texts.length - b.posting.texts.length);
    let read = 0;
    for (const { posting, count, feature } of found) {
      if (read > budget) break;
      const { texts, weights } = posting;
      read += texts.length;
      const by = options.kind === 'cosine' ? tfOf(count) * posting.idf : 1;
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i] as number;
        scores[text] = (scores[text] as number) + by * (weights[i] as number);
      }
      if (without) takeBack(posting, feature, without, by, scores);
    }
    return options.kind === 'cosine' ? Math.sqrt(own) : own;
  };
  return {
    size: n,
    score,
    weight: (feature, text) => {
      const posting = postings.get(feature);
      const at = posting?.texts.indexOf(text) ?? -1;
      return posting && at >= 0 ? (posting.weights[at] as number) : 0;
    },
    idf: (feature) => postings.get(feature)?.idf ?? unseen * options.factor(feature),
  };
}

const tfOf = (count: number): number => 1 + Math.log(count);
