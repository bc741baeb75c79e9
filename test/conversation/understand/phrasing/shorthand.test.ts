// Shorthand written out word by word, and what only looks like it left alone.
import { expect, test } from 'vitest';
import { writtenOut } from '../../../../src/conversation/understand/phrasing/shorthand.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['gọi điện thoại cho em', 'gọi điện thoại cho em'],
  ['goi dien thoai', 'goi dien thoai'],
  ['đăng ký gòi', 'đăng ký rồi'],
  ['máy hỏng', 'máy hỏng'],
  ['được hông', 'được không'],
  ['đký, đc ko', 'đăng ký, được không'],
])('“%s” is written out “%s”', (text, long) => {
  expect(writtenOut(knowledge, text)).toBe(long);
});
