// Texts as rows of numbered features for the classifiers, each feature by how rare it is, each row of length one.
import { countsOf } from './terms.ts';

export type Bag = { features: Int32Array; values: Float32Array };
export type BagReader = { size: number; read: (terms: readonly string[]) => Bag };

export function bagReader(texts: readonly (readonly string[])[]): BagReader {
  const numbers = new Map<string, number>();
  const spread: number[] = [];
  for (const terms of texts) {
    for (const term of new Set(terms)) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      spread[number] = (spread[number] ?? 0) + 1;
    }
  }
  const rarity = spread.map((n) => Math.log((1 + texts.length) / (1 + n)) + 1);
  return {
    size: numbers.size,
    read: (terms) => {
      const known = terms.flatMap((term) => numbers.get(term) ?? []);
      const counts = [...countsOf(known)];
      const values = counts.map(([number, times]) => times * (rarity[number] as number));
      const length = Math.hypot(...values) || 1;
      return {
        features: Int32Array.from(counts, ([number]) => number),
        values: Float32Array.from(values, (value) => value / length),
      };
    },
  };
}

/** Both of a text's rows as one. */
export const joined = (a: Bag, b: Bag, from: number): Bag => ({
  features: Int32Array.from([...a.features, ...b.features.map((f) => f + from)]),
  values: Float32Array.from([...a.values, ...b.values]),
});
