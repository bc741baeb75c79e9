// A linear model over words, pairs and letters that puts right what likeness alone confuses.
import { type Lines, linesOf, readOf, rowsOf } from './feature-rows.ts';
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

export function trainedFrom(learned: Linear, features: Features, count: number): Trained {
  const rowOf = rowsOf(features);
  const { unit } = learned;
  const { starts, weights, full, fullAt } = laidOut(learned, count);
  const any = (row: number): boolean => (fullAt[row] as number) >= 0 || starts[row] !== starts[row + 1];
  const inFull = linesOf(rowOf, fullAt, unit);
  const inRows = linesOf(
    rowOf,
    fullAt.map((at, row) => (at < 0 && starts[row] !== starts[row + 1] ? row : -1)),
    unit,
  );
  const scattered = new Float32Array(count);
  const weightIn = (row: number, entry: number): number => {
    const at = fullAt[row] as number;
    if (at >= 0) return full[at + entry] as number;
    const own = weights.subarray(starts[row], starts[row + 1]).find((both) => entryOf(both) === entry);
    return own === undefined ? 0 : weightOf(own);
  };
  return {
    adds: (bags, entries) => {
      const sums = new Float64Array(entries.length);
      const lines = inFull(bags);
      for (let i = 0; i < entries.length; i += atOnce) addLines(sums, full, lines, entries, i);
      const few = inRows(bags);
      for (let k = 0; k < few.count; k++) {
        const row = few.at[k] as number;
        addRow(scattered, weights, starts[row] as number, starts[row + 1] as number, few.by[k] as number);
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
      return Array.from(rows, (row, k) => ({
        feature: names.get(row) ?? '',
        adds: unit * weightIn(row, entry) * (values[k] as number),
      })).sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
    },
  };
}

/** Features that speak about more than this share of the entries have a place for each entry: a message asks after a few entries only. */
const fullFrom = 0.25;

type LaidOut = {
  /** For the other features, row after row, the entries they speak about, `packed`. */
  starts: Int32Array;
  weights: Int32Array;
  /** Where such a feature's places begin, -1 for the others; the weight of an entry is at the beginning and its number. */
  fullAt: Int32Array;
  full: Int16Array;
};

function laidOut(learned: Linear, count: number): LaidOut {
  const rows = learned.starts.length - 1;
  const sizeOf = (row: number): number =>
    (learned.starts[row + 1] as number) - (learned.starts[row] as number);
  const fullAt = new Int32Array(rows).fill(-1);
  const starts = new Int32Array(rows + 1);
  let fulls = 0;
  for (let row = 0; row < rows; row++) {
    const isFull = sizeOf(row) > count * fullFrom;
    if (isFull) fullAt[row] = fulls++ * count;
    starts[row + 1] = (starts[row] as number) + (isFull ? 0 : sizeOf(row));
  }
  const weights = new Int32Array(starts[rows] as number);
  const full = new Int16Array(fulls * count);
  for (let row = 0; row < rows; row++) {
    const own = learned.weights.subarray(learned.starts[row], learned.starts[row + 1]);
    const at = fullAt[row] as number;
    if (at < 0) weights.set(own, starts[row]);
    else for (const both of own) full[at + entryOf(both)] = weightOf(both);
  }
  return { starts, weights, full, fullAt };
}

/** Entries that are summed at once. */
const atOnce = 4;

/** This and the next apart from the rest, so that they are compiled for their arrays alone; four sums in hand, so that none is fetched and put back line by line. */
function addLines(
  sums: Float64Array,
  weights: Int16Array,
  { at, by, count }: Lines,
  entries: readonly number[],
  from: number,
): void {
  const e0 = entries[from] as number;
  const e1 = entries[from + 1] ?? e0;
  const e2 = entries[from + 2] ?? e0;
  const e3 = entries[from + 3] ?? e0;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const start = at[k] as number;
    const share = by[k] as number;
    s0 += share * (weights[start + e0] as number);
    s1 += share * (weights[start + e1] as number);
    s2 += share * (weights[start + e2] as number);
    s3 += share * (weights[start + e3] as number);
  }
  sums.set([s0, s1, s2, s3].slice(0, sums.length - from), from);
}

function addRow(sums: Float32Array, weights: Int32Array, from: number, to: number, by: number): void {
  for (let i = from; i < to; i++) {
    const both = weights[i] as number;
    const entry = both >>> 16;
    sums[entry] = (sums[entry] as number) + by * ((both << 16) >> 16);
  }
}
