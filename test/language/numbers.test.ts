// Numbers in Vietnamese prose, in figures and in words, and where each stands.
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../src/language/numbers.ts';

describe('numbers in prose', () => {
  test.each([
    ['không quá 20 triệu đồng', 20_000_000],
    ['5.310.000 đồng', 5_310_000],
    ['1,5 lần', 1.5],
    ['ít nhất 05 thành viên', 5],
    ['8,113 tỷ', 8_113_000_000],
    ['10 nghìn tổ chức', 10_000],
    ['hai mươi triệu', 20_000_000],
    ['năm người', 5],
    ['mười lăm tuổi', 15],
    ['một trăm linh năm người', 105],
    ['hai trăm năm mươi nghìn', 250_000],
    ['một rưỡi lần', 1.5],
    ['2 triệu rưỡi', 2_500_000],
    ['hai mươi mốt', 21],
    ['1/3 thời gian', 1 / 3],
    ['ba tỷ', 3_000_000_000],
  ])('%s', (text, value) => {
    expect(
      numbersIn(text)
        .filter((n) => n.value !== 0)
        .map((n) => n.value),
    ).toEqual([value]);
  });

  test('words and digits are told apart, and places are exact', () => {
    const text = 'tối đa 03 năm/người';
    const [n] = numbersIn(text);
    expect(text.slice(n?.start, n?.end)).toBe('03');
    expect(n?.inWords).toBe(false);
  });
});
