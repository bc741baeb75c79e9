// A small embedding: every feature and every entry is a point, and features that call for the same entries come to lie near each other, so that what one card taught helps the others.
import { type Lines, linesOf, rowsOf } from './feature-rows.ts';
import type { Bags, Features } from './features.ts';
import type { Embedded } from './learned.ts';

export type Embedding = {
  /** How near a message lies to each of these entries (logits), in their order. */
  adds: (bags: Bags, entries: readonly number[]) => Float64Array;
};

export function embeddingFrom(learned: Embedded, features: Features): Embedding {
  const { size, places, points, unit, entries: known, biases } = learned;
  const laidOut = linesOf(rowsOf(features), places, unit);
  const message = new Float64Array(size);
  const place = (bags: Bags): void => {
    const lines = laidOut(bags);
    for (let d = 0; d < size; d += atOnce) addLines(message, points, lines, d);
  };
  return {
    adds: (bags, entries) => {
      place(bags);
      bend(message);
      return Float64Array.from(entries, (entry) => {
        let sum = biases[entry] as number;
        const at = entry * size;
        for (let d = 0; d < size; d++) sum += (message[d] as number) * (known[at + d] as number);
        return sum;
      });
    },
  };
}

/** What a message has much of, more of it adds little to: words of its background do not outvote the one that asks. */
export function bend(message: Float64Array): void {
  for (let d = 0; d < message.length; d++) message[d] = Math.tanh(message[d] as number);
}

/** Numbers of a point that are summed at once; `embeddingSize` is a multiple of it. */
const atOnce = 8;

/** Apart from the rest, so that it is compiled for these arrays alone; eight sums in hand, so that none is fetched and put back line by line. */
function addLines(message: Float64Array, points: Int16Array, { at, by, count }: Lines, from: number): void {
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const p = (at[k] as number) + from;
    const share = by[k] as number;
    s0 += share * (points[p] as number);
    s1 += share * (points[p + 1] as number);
    s2 += share * (points[p + 2] as number);
    s3 += share * (points[p + 3] as number);
    s4 += share * (points[p + 4] as number);
    s5 += share * (points[p + 5] as number);
    s6 += share * (points[p + 6] as number);
    s7 += share * (points[p + 7] as number);
  }
  message.set([s0, s1, s2, s3, s4, s5, s6, s7], from);
}
