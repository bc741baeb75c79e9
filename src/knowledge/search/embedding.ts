// A small embedding: every feature and every entry is a point, and features that call for the same entries come to lie near each other, so that what one card taught helps the others.
import { kinds, rowsOf, shareOf } from './feature-rows.ts';
import type { Bags, Features } from './features.ts';
import type { Embedded } from './learned.ts';

export type Embedding = {
  /** How near a message lies to each of these entries (logits), in their order. */
  adds: (bags: Bags, entries: readonly number[]) => Float64Array;
};

export function embeddingFrom(learned: Embedded, features: Features): Embedding {
  const { size, places, points, unit, entries: known, biases } = learned;
  const rowOf = rowsOf(features);
  const message = new Float64Array(size);
  const place = (bags: Bags): void => {
    message.fill(0);
    for (const [kind, share] of kinds) {
      const bag = bags[kind];
      const by = unit * shareOf(bag, share);
      for (const id of bag.ids) {
        const at = places[rowOf[kind] + id] as number;
        if (at < 0) continue;
        for (let d = 0; d < size; d++) message[d] = (message[d] as number) + by * (points[at + d] as number);
      }
    }
  };
  return {
    adds: (bags, entries) => {
      place(bags);
      return Float64Array.from(entries, (entry) => {
        let sum = biases[entry] as number;
        const at = entry * size;
        for (let d = 0; d < size; d++) sum += (message[d] as number) * (known[at + d] as number);
        return sum;
      });
    },
  };
}
