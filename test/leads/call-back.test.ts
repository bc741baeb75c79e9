// Which days may be promised for a call, and how a promised one stands.
import { expect, test } from 'vitest';
import { callBackState, lastCallBack, mayPromise } from '../../src/leads/call-back.ts';

test('a year from today is the last day; a year from 29 February is 28 February', () => {
  expect(lastCallBack('2026-11-29')).toBe('2027-11-29');
  expect(lastCallBack('2028-02-29')).toBe('2029-02-28');
  expect(mayPromise('2029-02-28', '2028-02-29')).toBe(true);
  expect(mayPromise('2029-03-01', '2028-02-29')).toBe(false);
  expect(mayPromise('2028-02-29', '2027-02-28')).toBe(false);
  expect(mayPromise('2028-02-29', '2027-03-01')).toBe(true);
});

test('a promised day is overdue, today or later', () => {
  const states = ['2028-02-28', '2028-02-29', '2028-03-01'].map((day) => callBackState(day, '2028-02-29'));
  expect(states).toEqual(['overdue', 'today', 'later']);
});
