// Small writes of one moment are done together, and each hears how it went.
import { expect, test } from 'vitest';
import { gather } from '../../src/channel/gather.ts';

test('what comes within a moment is one run; what comes later is the next', async () => {
  const runs: string[][] = [];
  const note = gather<string>(5, async (items) => void runs.push([...items]));
  await Promise.all(['a', 'b', 'c'].map(note));
  await note('d');
  expect(runs).toEqual([['a', 'b', 'c'], ['d']]);
});

test('a failure reaches everyone of that moment and nobody of the next', async () => {
  let fails = true;
  const note = gather<string>(5, async () => {
    if (fails) throw new Error('away');
  });
  const first = await Promise.allSettled([note('a'), note('b')]);
  fails = false;
  expect(first.map((r) => r.status)).toEqual(['rejected', 'rejected']);
  await expect(note('c')).resolves.toBeUndefined();
});

test('an item given while a run is under way waits for a run of its own', async () => {
  const runs: string[][] = [];
  let go: (() => void) | undefined;
  const note = gather<string>(1, async (items) => {
    runs.push([...items]);
    if (runs.length === 1) await new Promise<void>((free) => (go = free));
  });
  const first = note('a');
  while (!go) await new Promise((wake) => setTimeout(wake, 1));
  const second = note('b');
  go();
  await Promise.all([first, second]);
  expect(runs).toEqual([['a'], ['b']]);
});
