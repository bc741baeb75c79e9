// Short texts in groups, compared with a message one by one: each keeps its features in a row of its own, so that the cost is the texts looked at, however many there are.
import type { Bag } from './gatherer.ts';
import { type Measure, type MeasureOptions, measureOf, weightBitsBeside } from './measure.ts';

export type OneByOne = {
  /** Adds the likeness to the bag of each text of these groups into `scores`, `share` for a perfect one. */
  score: (bag: Bag, share: number, groups: readonly number[], scores: Float32Array) => void;
  /** One text's likeness to the bag, 1 for a perfect one. */
  likeness: (bag: Bag, text: number) => number;
};

/** `groups` says where each group of texts begins, and the end. */
export function oneByOne(bags: readonly Bag[], groups: Int32Array, options: MeasureOptions): OneByOne {
  const { numbers, size } = numbered(bags, options.features);
  const measure = measureOf(bags, options, weightBitsBeside(size));
  const { starts, rows } = rowsOf(bags, numbers, measure);
  const { own, times, unit, weightBits } = measure;
  const texts = starts.length - 1;
  /** What each feature of the message counts; nothing between two messages. */
  const counts = new Float64Array(size);

  const withCounts = (bag: Bag, share: number, look: () => void): void => {
    const scale = (unit * share) / own(bag);
    for (let k = 0; k < bag.ids.length; k++) {
      const id = bag.ids[k] as number;
      counts[numbers[id] as number] = scale * times(bag.counts[k] as number, id);
    }
    look();
    for (const id of bag.ids) counts[numbers[id] as number] = 0;
  };

  return {
    score: (bag, share, looked, scores) =>
      withCounts(bag, share, () => {
        for (const group of looked)
          addTexts(
            scores,
            counts,
            starts,
            rows,
            groups[group] as number,
            groups[group + 1] as number,
            weightBits,
          );
      }),
    likeness: (bag, text) => {
      const scores = new Float32Array(texts);
      withCounts(bag, 1, () => addTexts(scores, counts, starts, rows, text, text + 1, weightBits));
      return scores[text] as number;
    },
  };
}

/** Numbers the features of these texts anew, from 1, the commonest lowest: what is read often lies near; 0 for all others. */
function numbered(bags: readonly Bag[], features: number): { numbers: Int32Array; size: number } {
  const times = new Int32Array(features);
  for (const { ids } of bags) for (const id of ids) times[id] = (times[id] as number) + 1;
  const own = Array.from(times.keys()).filter((id) => (times[id] as number) > 0);
  own.sort((a, b) => (times[b] as number) - (times[a] as number));
  const numbers = new Int32Array(features);
  own.forEach((id, i) => {
    numbers[id] = i + 1;
  });
  return { numbers, size: own.length + 1 };
}

/** A place in a row is one number: the feature above, its weight below. `starts` says where each text's row begins, and the end. */
function rowsOf(
  bags: readonly Bag[],
  numbers: Int32Array,
  { sizeOf, weigh, weightBits, unit }: Measure,
): { starts: Int32Array; rows: Int32Array } {
  const starts = new Int32Array(bags.length + 1);
  bags.forEach((bag, text) => {
    starts[text + 1] = (starts[text] as number) + bag.ids.filter((id) => sizeOf(id) > 0).length;
  });
  const rows = new Int32Array(starts[bags.length] as number);
  let next = 0;
  bags.forEach((bag, text) => {
    bag.ids.forEach((id, i) => {
      if (sizeOf(id) === 0) return;
      rows[next++] =
        ((numbers[id] as number) << weightBits) | Math.round(weigh(bag.counts[i] as number, text, id) / unit);
    });
  });
  return { starts, rows };
}

/** Apart from the rest, so that it is compiled for these arrays alone. */
function addTexts(
  scores: Float32Array,
  counts: Float64Array,
  starts: Int32Array,
  rows: Int32Array,
  from: number,
  to: number,
  weightBits: number,
): void {
  const mostWeight = (1 << weightBits) - 1;
  let at = starts[from] as number;
  for (let text = from; text < to; text++) {
    const end = starts[text + 1] as number;
    let sum = 0;
    for (; at < end; at++) {
      const both = rows[at] as number;
      sum += (counts[both >>> weightBits] as number) * (both & mostWeight);
    }
    scores[text] = (scores[text] as number) + sum;
  }
}
