// The counting behind the fault table: what is missing, what is there twice, what stands in another order.
import { expect, test } from 'vitest';
import { compare, nothing } from '../../bench/faults/outcome.ts';
import { faultLines, isKept } from '../../bench/faults/report.ts';
import type { Row } from '../../bench/faults/try-group.ts';

test.each([
  ['all of it', ['a', 'b', 'c'], {}],
  ['one missing', ['a', 'c'], { lost: 1 }],
  ['none at all', [], { lost: 3 }],
  ['one twice', ['a', 'b', 'b', 'c'], { doubled: 1 }],
  ['one of another talk', ['a', 'b', 'x', 'c'], { doubled: 1 }],
  ['another order', ['b', 'a', 'c'], { disorder: 1 }],
  ['twice, and one missing', ['a', 'a', 'c'], { doubled: 1, lost: 1 }],
])('%s', (_, got, found) => {
  expect(compare(['a', 'b', 'c'], got)).toEqual({ ...nothing, ...found });
});

test('a promise is broken by what is lost, doubled, out of order or could not be finished, not by what a crash sends again', () => {
  const row: Row = { name: 'x', messages: 1, outcome: nothing, recoveriesMs: [1], longestWaitMs: 1 };
  const kept = (more: object) => isKept({ ...row, outcome: { ...nothing, ...more } });
  expect([{}, { repeated: 3 }, { lost: 1 }, { doubled: 1 }, { disorder: 1 }].map(kept)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isKept({ ...row, failed: 'it did not come back' })).toBe(false);
});

test('what was not tried stands in the table as not tried', () => {
  const row: Row = { name: 'x', messages: 0, outcome: nothing, recoveriesMs: [], longestWaitMs: 0 };
  expect(faultLines([{ ...row, notTried: 'needs a mount' }]).at(-1)).toBe(
    '| x | **not tried here**: needs a mount | | | | | | | | |',
  );
});
