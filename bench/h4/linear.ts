// A linear classifier over all entries (softmax), trained by stochastic steps that touch only a row's own features and the entries it is wrong about.
import { randomOf } from '../noise.ts';
import type { Bag } from './bags.ts';

export type Training = { rounds: number; step: number; decay: number };
/** An error below this changes nothing worth the time. */
const least = 0.002;

/** The chances of each entry. */
export type Linear = (bag: Bag) => Float64Array;

export function trainLinear(
  rows: readonly { bag: Bag; entry: number }[],
  features: number,
  entries: number,
  { rounds, step, decay }: Training,
): Linear {
  const weights = new Float32Array(features * entries);
  const bias = new Float32Array(entries);
  const chances = (bag: Bag): Float64Array => {
    const sums = Float64Array.from(bias);
    for (let i = 0; i < bag.features.length; i++) {
      const from = (bag.features[i] as number) * entries;
      const value = bag.values[i] as number;
      for (let e = 0; e < entries; e++) sums[e] = (sums[e] as number) + value * (weights[from + e] as number);
    }
    return softmax(sums);
  };
  const order = rows.map((_, i) => i);
  const random = randomOf(3);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    const rate = step / (1 + (3 * round) / rounds);
    for (const at of order) {
      const { bag, entry } = rows[at] as (typeof rows)[number];
      const errors = chances(bag);
      errors[entry] = (errors[entry] as number) - 1;
      for (let e = 0; e < entries; e++) {
        const by = rate * (errors[e] as number);
        if (Math.abs(errors[e] as number) < least) continue;
        bias[e] = (bias[e] as number) - 0.1 * by;
        for (let i = 0; i < bag.features.length; i++) {
          const w = (bag.features[i] as number) * entries + e;
          weights[w] = (weights[w] as number) * (1 - rate * decay) - by * (bag.values[i] as number);
        }
      }
    }
  }
  return chances;
}

function softmax(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let all = 0;
  for (let e = 0; e < sums.length; e++) {
    const value = Math.exp((sums[e] as number) - most);
    sums[e] = value;
    all += value;
  }
  return sums.map((value) => value / all);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
