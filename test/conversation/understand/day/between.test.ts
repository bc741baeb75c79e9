// How long it is between days: what is counted, and what asks for something else.
import { describe, expect, test } from 'vitest';
import { betweenIn, sayBetween } from '../../../../src/conversation/understand/day/between.ts';

const today = '2026-12-01';
const said = (text: string): string | undefined => {
  const between = betweenIn(text, today);
  return between && sayBetween(between);
};

describe('between days', () => {
  test.each([
    ['từ 22/9 đến nay được mấy ngày rồi', '70 ngày'],
    ['22/9 den 1/12 la may ngay', '70 ngày'],
    ['the tu nay den 15/1/2027 con bao nhieu ngay', '45 ngày'],
    ['no 50 trieu den han 15/1/2027, con may ngay nua', '45 ngày'],
    ['giay cap ngay 14/8/2026 den nay duoc may thang', '3 tháng 17 ngày'],
    ['từ 31/8/2026 đến 28/2/2027 là mấy tháng', '6 tháng'],
  ])('%s', (text, length) => expect(said(text)).toBe(length));

  test.each([
    'nộp 20/10 thì mấy ngày có giấy',
    'họp hôm 20/11 phải báo trong mấy ngày',
    'trong 30 ngày kể từ 20/11 là đến ngày mấy, mấy ngày nữa',
    'còn mấy ngày nữa',
    'từ tháng 3/2026 đến nay được mấy ngày',
  ])('nothing for: %s', (text) => expect(said(text)).toBeUndefined());
});
