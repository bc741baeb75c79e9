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

/** The features of one message that a table has numbers for: where those begin, and by what each counts. Valid until the next message is laid out. */
export type Lines = { at: Int32Array; by: Float64Array; count: number };

/** `places`: where in a table each row's numbers begin, -1 where it has none. The room is kept from message to message. */
export function linesOf(rowOf: RowsOf, places: Int32Array, unit: number): (bags: Bags) => Lines {
  const lines: Lines = { at: new Int32Array(1024), by: new Float64Array(1024), count: 0 };
  return (bags) => {
    const most = kinds.reduce((sum, [kind]) => sum + bags[kind].ids.length, 0);
    if (most > lines.at.length) {
      lines.at = new Int32Array(most * 2);
      lines.by = new Float64Array(most * 2);
    }
    lines.count = 0;
    for (const [kind, share] of kinds) {
      const { ids } = bags[kind];
      const by = unit * shareOf(bags[kind], share);
      for (let k = 0; k < ids.length; k++) {
        const at = places[rowOf[kind] + (ids[k] as number)] as number;
        if (at < 0) continue;
        lines.at[lines.count] = at;
        lines.by[lines.count++] = by;
      }
    }
    return lines;
  };
}
