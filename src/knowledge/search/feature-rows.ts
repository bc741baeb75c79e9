// The features of a message by their place among all kinds, each kind with values of length one.
import type { Bags, Features } from './features.ts';
import type { Bag } from './gatherer.ts';

export type Read = { rows: Int32Array; values: Float32Array };

/** What each kind of feature counts beside the others. */
export const kinds = [
  ['words', 1],
  ['skips', 0.5],
  ['letters', 0.7],
  ['fours', 0.7],
] as const;

/** Where each kind's rows begin among all. */
export type RowsOf = Record<keyof Bags, number> & { all: number };

export function rowsOf({ sizes }: Features): RowsOf {
  return {
    words: 0,
    skips: sizes.words,
    letters: sizes.words + sizes.skips,
    fours: sizes.words + sizes.skips + sizes.letters,
    all: sizes.words + sizes.skips + sizes.letters + sizes.fours,
  };
}

export function readOf(bags: Bags, rowOf: RowsOf, known: (row: number) => boolean): Read {
  const rows: number[] = [];
  const values: number[] = [];
  for (const [kind, share] of kinds) {
    const bag = bags[kind];
    const value = shareOf(bag, share);
    for (const id of bag.ids) {
      const row = rowOf[kind] + id;
      if (!known(row)) continue;
      rows.push(row);
      values.push(value);
    }
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
}

export const shareOf = ({ ids, unknown }: Bag, share: number): number =>
  share / (Math.sqrt(ids.length + unknown.words + unknown.pairs) || 1);
