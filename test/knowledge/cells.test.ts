// The numbering of weights: one for each feature with each entry it meets, a feature's own side by side.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/knowledge/search/cells.ts';
import { spread } from '../../src/knowledge/search/spread.ts';

const rows = 7;
const entries = 5;
const some = (most: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: most - 1 })).map((list) => Int32Array.from(list));
const examples = fc.array(fc.record({ rows: some(rows), candidates: some(entries) }), { maxLength: 12 });

test('every feature of an example finds the number it shares with each candidate', () => {
  fc.assert(
    fc.property(examples, (all) => {
      const { starts, entries: entryOf, of } = cellsOf(all, rows, entries);
      const met = new Set(
        all.flatMap((e) => [...e.rows].flatMap((r) => [...e.candidates].map((c) => `${r} ${c}`))),
      );
      expect(entryOf).toHaveLength(met.size);
      all.forEach((e, at) => {
        const own = of[at] as Int32Array;
        e.rows.forEach((row, k) => {
          e.candidates.forEach((entry, c) => {
            const cell = own[k * e.candidates.length + c] as number;
            expect(cell).toBeGreaterThanOrEqual(starts[row] as number);
            expect(cell).toBeLessThan(starts[row + 1] as number);
            expect(entryOf[cell]).toBe(entry);
          });
        });
      });
    }),
  );
});

test.for([
  [[], 3, []],
  [[1, 2], 3, [1, 2]],
  [[1, 2, 3, 4, 5, 6], 3, [1, 3, 5]],
  [[1, 2, 3, 4, 5, 6, 7], 1, [1]],
  [[1, 2, 3, 4, 5], 4, [1, 3, 4, 5]],
] as const)('of %j at most %i: %j', ([items, most, few]) => {
  expect(spread(items, most)).toEqual(few);
});
