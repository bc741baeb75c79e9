// Whether one engine is ahead of another by more than chance: the sign test against worked figures.
import { expect, test } from 'vitest';
import { paired, signTest } from '../../bench/paired.ts';

test.each([
  // heads, tails, two-sided: sums of binomial coefficients over 2^n
  [0, 0, 1],
  [5, 5, 1],
  [1, 0, 1],
  [6, 0, 2 / 64],
  [8, 2, (2 * (1 + 10 + 45)) / 1024],
  [2, 8, (2 * (1 + 10 + 45)) / 1024],
])('%i against %i', (heads, tails, chance) => {
  expect(signTest(heads, tails)).toBeCloseTo(chance, 12);
});

test('a thousand and more questions neither overflow nor vanish', () => {
  expect(signTest(1200, 1000)).toBeGreaterThan(1e-6);
  expect(signTest(1200, 1000)).toBeLessThan(1e-4);
});

test('only questions that one of two has right count', () => {
  const won = [true, true, false, true, false];
  const lost = [true, false, false, false, true];
  expect(paired(won, lost)).toEqual({ won: 2, lost: 1, chance: 1 });
  expect(() => paired(won, [true])).toThrow('same questions');
});
