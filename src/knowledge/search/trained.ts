// A linear model over words, pairs and letters that puts right what likeness alone confuses.
import { kinds, readOf, rowsOf, shareOf } from './feature-rows.ts';
import type { Bags, Features, Named } from './features.ts';
import type { Linear } from './learned.ts';
import type { Said } from './rings.ts';

export type Trained = {
  /** What the trained part adds to the odds of each of these entries (logits), in their order. */
  adds: (bags: Bags, entries: readonly number[]) => Float64Array;
  /** The features that speak most for or against an entry. */
  why: (said: Said, entry: number) => { feature: string; adds: number }[];
};

export const mostWeight = 0x7fff;
export const packed = (entry: number, weight: number): number => (entry << 16) | (weight & 0xffff);
const entryOf = (both: number): number => both >>> 16;
const weightOf = (both: number): number => (both << 16) >> 16;

export function trainedFrom({ starts, weights, unit }: Linear, features: Features, count: number): Trained {
  const rowOf = rowsOf(features);
  const any = (row: number): boolean => starts[row] !== starts[row + 1];
  const full = fullRows({ starts, weights, unit }, count);
  const scattered = new Float32Array(count);
  return {
    adds: (bags, entries) => {
      const sums = new Float64Array(entries.length);
      for (const [kind, share] of kinds) {
        const bag = bags[kind];
        const by = unit * shareOf(bag, share);
        for (const id of bag.ids) {
          const row = rowOf[kind] + id;
          const at = full.starts[row] as number;
          if (at >= 0) addFull(sums, full.weights, at, entries, by);
          else addRow(scattered, weights, starts[row] as number, starts[row + 1] as number, by);
        }
      }
      entries.forEach((entry, i) => {
        sums[i] = (sums[i] as number) + (scattered[entry] as number);
      });
      scattered.fill(0);
      return sums;
    },
    why: (said, entry) => {
      const { rows, values } = readOf(features.of(said), rowOf, any);
      const names = new Map(features.named(said).map((f: Named) => [rowOf[f.kind] + f.id, f.name]));
      return Array.from(rows, (row, k) => {
        const own = weights.subarray(starts[row], starts[row + 1]).find((p) => entryOf(p) === entry);
        const weight = own === undefined ? 0 : unit * weightOf(own);
        return { feature: names.get(row) ?? '', adds: weight * (values[k] as number) };
      }).sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
    },
  };
}

/** Features that speak about more than this share of the entries are kept with a place for each entry as well: a message asks after a few entries only. */
const fullFrom = 0.25;

/** Where each such feature's row begins, -1 for the others; the weight of an entry is at the row's beginning and its number. */
function fullRows(learned: Linear, count: number): { starts: Int32Array; weights: Int16Array } {
  const sizeOf = (row: number): number =>
    (learned.starts[row + 1] as number) - (learned.starts[row] as number);
  const starts = new Int32Array(learned.starts.length - 1).fill(-1);
  let rows = 0;
  for (let row = 0; row < starts.length; row++)
    if (sizeOf(row) > count * fullFrom) starts[row] = rows++ * count;
  const weights = new Int16Array(rows * count);
  starts.forEach((start, row) => {
    if (start < 0) return;
    for (const both of learned.weights.subarray(learned.starts[row], learned.starts[row + 1]))
      weights[start + entryOf(both)] = weightOf(both);
  });
  return { starts, weights };
}

/** These two apart from the rest, so that they are compiled for their arrays alone. */
function addFull(
  sums: Float64Array,
  weights: Int16Array,
  start: number,
  entries: readonly number[],
  by: number,
): void {
  for (let i = 0; i < entries.length; i++)
    sums[i] = (sums[i] as number) + by * (weights[start + (entries[i] as number)] as number);
}

function addRow(sums: Float32Array, weights: Int32Array, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) {
    const both = weights[i] as number;
    const entry = both >>> 16;
    sums[entry] = (sums[entry] as number) + by * ((both << 16) >> 16);
  }
}
