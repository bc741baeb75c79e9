// Interest at a rate that is told with its month or year, what is left of a whole, and what is no such sum.
import { describe, expect, test } from 'vitest';
import { sumIn } from '../../src/language/sums/index.ts';

describe('interest', () => {
  test.each([
    ['vay 40 triệu lãi 9%/năm thì 8 tháng lãi bao nhiêu', 2.4e6],
    ['vay 60tr lai 0,7%/thang thi 10 thang het bn tien lai', 4.2e6],
    ['nợ ngân hàng 120 triệu, lãi suất 8% một năm, mỗi tháng lãi bao nhiêu', 800e3],
    ['vay 90 trieu 3 nam lai 7%/nam thi mot nam mat may tien lai, bao nhieu', 6.3e6],
    ['vay 500 triệu lãi 6,5% mỗi năm thì lãi bao nhiêu', 32.5e6],
    ['vay 70 triệu lãi 5%/năm thì 2 năm trả lãi bao nhiêu', 7e6],
  ])('%s', (text, value) => expect(sumIn(text)).toMatchObject({ operation: 'interest', result: { value } }));

  test('claimed', () => {
    expect(sumIn('vay 40 triệu lãi 9%/năm, một năm lãi 3,6 triệu đúng không')?.claimed?.right).toBe(true);
    expect(sumIn('vay 40 triệu lãi 9%/năm, một năm lãi 4 triệu đúng không')?.claimed?.right).toBe(false);
  });

  test.each([
    ['the month or year of the rate is not told', 'vay 40 triệu lãi 9% thì trả lãi bao nhiêu'],
    ['overdue', 'vay 40 triệu lãi 9%/năm, quá hạn 3 tháng thì lãi bao nhiêu'],
    ['with the loan itself', 'vay 40 triệu lãi 9%/năm cả gốc lẫn lãi bao nhiêu'],
    ['two loans', 'vay 40 triệu với 60 triệu lãi 9%/năm thì bao nhiêu'],
    ['two rates', 'vay 40 triệu lãi 9%/năm, chỗ khác 7%/năm thì bao nhiêu'],
    ['support', 'vay 40 triệu lãi 9%/năm được hỗ trợ lãi bao nhiêu'],
  ])('none: %s', (_, text) => expect(sumIn(text)?.operation).not.toBe('interest'));
});

test.each([
  ['80 triệu trừ 15% thì còn bao nhiêu', 68e6],
  ['200tr tru di 4% con bn', 192e6],
])('without a share: %s', (text, value) =>
  expect(sumIn(text)).toMatchObject({ operation: 'minus', result: { value } }),
);
