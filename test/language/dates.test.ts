// Dates as Vietnamese texts write them, read and said; today is the day in Việt Nam.
import { describe, expect, test } from 'vitest';
import { datesIn, lastDayOfMonths, sayDate, vietnamDay } from '../../src/language/dates.ts';

describe('dates in prose', () => {
  test.each([
    ['từ 01/7/2024', [{ day: 1, month: 7, year: 2024 }]],
    ['giai đoạn 2021-2025', [{ year: 2021 }, { year: 2025 }]],
    ['ngày 19 tháng 4 năm 2021', [{ day: 19, month: 4, year: 2021 }]],
    ['hết 02/2025', [{ month: 2, year: 2025 }]],
    ['Nghị quyết 06/2021/NQ-HĐND', []],
    ['trên 1.400 HTX, 2.500 người', []],
    ['năm 2023 thì sao', [{ year: 2023 }]],
    ['45/2020', []],
  ])('%s', (text, expected) => {
    expect(datesIn(text)).toMatchObject(expected);
    expect(datesIn(text)).toHaveLength(expected.length);
  });
});

test('a term of months ends the day before', () => {
  expect(lastDayOfMonths('2024-07-01', 18)).toBe('2025-12-31');
  expect(lastDayOfMonths('2025-01-01', 1)).toBe('2025-01-31');
  expect(lastDayOfMonths('2025-01-31', 2)).toBe('2025-03-30');
});

test('a term that would end on a day its last month has not ends with that month', () => {
  expect(lastDayOfMonths('2025-08-31', 6)).toBe('2026-02-28');
  expect(lastDayOfMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(lastDayOfMonths('2025-01-30', 1)).toBe('2025-02-28');
  expect(lastDayOfMonths('2025-01-29', 1)).toBe('2025-02-28');
  expect(lastDayOfMonths('2025-03-31', 3)).toBe('2025-06-30');
});

test('today is the day in Việt Nam', () => {
  expect(vietnamDay(new Date('2025-12-31T16:59:59Z'))).toBe('2025-12-31');
  expect(vietnamDay(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
});

test('dates are said the way documents write them', () => {
  expect(['2024-07-01', '2025-12-31', '2021-02-03'].map(sayDate)).toEqual([
    '01/7/2024',
    '31/12/2025',
    '03/02/2021',
  ]);
});
