// Where any words may be the answer, a trade or a call time: which of them ask something instead.
import { expect, test } from 'vitest';
import { asksBack } from '../../../../../src/conversation/flows/register/read/asks-back.ts';

test.each([
  ['xong chưa', true],
  ['mấy giờ gọi', true],
  ['gọi có mất tiền ko', true],
  ['sau 5 giờ ạ', false],
  ['lúc nào cũng được', false],
  ['không gọi buổi sáng', false],
  ['khi nào rảnh thì gọi', false],
  ['tối được không em', false],
  ['lúc nào cx đc', false],
  ['h nào cx dc', false],
  ['bất kỳ lúc nào', false],
  ['khi nào rảnh', false],
  ['khi nào xong', true],
  ['chưa biết', false],
])('asked for a time, “%s” asks back: %s', (text, asks) => {
  expect(asksBack(text)).toBe(asks);
});

test.each([
  ['trồng dâu', false],
  ['trong dau tay', false],
  ['lam dau phu', false],
  ['làm đậu phụ', false],
  ['cho thuê máy gặt', false],
  ['5 sào ao', false],
  ['nộp ở đâu', true],
  ['trồng cây gì thì được hỗ trợ', true],
])('where any trade may be told, “%s” asks: %s', (text, asks) => {
  expect(asksBack(text)).toBe(asks);
});
