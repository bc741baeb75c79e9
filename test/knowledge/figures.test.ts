// What counts as a figure of a sentence, with its unit and limit; names of texts, articles and dates are none.
import { describe, expect, test } from 'vitest';
import { figuresIn, mentionsIn, unitsOf } from '../../src/knowledge/figures.ts';

const units = unitsOf([
  ['đồng', 'đ'],
  ['người', 'thành viên', 'thành viên chính thức'],
  ['hợp tác xã', 'htx'],
  ['tháng'],
  ['năm'],
  ['ngày làm việc'],
  ['ngày'],
  ['%', 'phần trăm'],
  ['lần'],
  ['tuổi'],
]);

describe('figures: value, unit, limit', () => {
  test.each([
    ['Hỗ trợ không quá 20 triệu đồng', [[20e6, 'đồng', 'max']]],
    ['ít nhất 05 thành viên chính thức', [[5, 'người', 'min']]],
    ['từ 30 hợp tác xã trở lên', [[30, 'hợp tác xã', 'min']]],
    ['trên 90 thành viên', [[90, 'người', 'over']]],
    ['khoảng 500 thành viên', [[500, 'người', 'about']]],
    ['tối đa là 05 năm', [[5, 'năm', 'max']]],
    ['Trong thời hạn 03 ngày làm việc', [[3, 'ngày làm việc', 'max']]],
    ['bằng 1,5 lần mức lương', [[1.5, 'lần', 'none']]],
    ['từ đủ 15 tuổi', [[15, 'tuổi', 'min']]],
    ['không thấp hơn 5%', [[5, '%', 'min']]],
    ['năm người cùng làm', [[5, 'người', 'none']]],
    ['ba phần tư số thành viên', [[0.75, 'so', 'none']]],
    ['ít nhất hai phần ba tổng số', [[2 / 3, 'tong', 'min']]],
    ['quá nửa số người', [[0.5, 'so', 'over']]],
    ['hỗ trợ năm phần trăm', [[5, '%', 'none']]],
    ['một phần tiền công', []],
    ['bằng một rưỡi lần', [[1.5, 'lần', 'none']]],
    ['không quá hai mươi triệu đồng', [[20e6, 'đồng', 'max']]],
    ['mỗi năm một lần nữa', []],
    ['≥ 70%', [[70, '%', 'min']]],
    ['theo Điều 18 khoản 2 Nghị định 92/2024/NĐ-CP ngày 18/7/2024', []],
  ])('%s', (text, expected) => {
    expect(figuresIn(text, units).map((f) => [f.value, f.unit, f.limit])).toEqual(expected);
  });
});

test('names of texts, articles and dates are mentions, not figures', () => {
  const text = 'Nghị quyết 06/2021/NQ-HĐND, Điều 4 khoản 7, từ 01/7/2024, Kế hoạch 209-KH/TU';
  expect(
    mentionsIn(text)
      .map((m) => [m.kind, m.text])
      .sort(),
  ).toEqual(
    [
      ['document', '06/2021/NQ-HĐND'],
      ['article', 'Điều 4'],
      ['article', 'khoản 7'],
      ['date', '01/7/2024'],
      ['document', '209-KH/TU'],
    ].sort(),
  );
});
