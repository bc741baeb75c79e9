// What the search remembers changes nothing but time: the same hits again, after many others, and after a message too long to keep.
import { expect, test } from 'vitest';
import { knowledge } from '../support/knowledge.ts';

test('a message is ranked the same the first time, remembered, and forgotten', () => {
  const { rank } = knowledge.search;
  const first = rank('htx can may nguoi', 5);
  expect(rank('htx can may nguoi', 5)).toEqual(first);
  expect(rank('htx can may nguoi', 2)).toEqual(first.slice(0, 2));
  for (let i = 0; i < 40; i++) rank(`${'vay vốn '.repeat(300)}${i}`, 1);
  expect(rank('htx can may nguoi', 5)).toEqual(first);
});
