// Erasing is agreed to in its own words and marks only.
import { expect, test } from 'vitest';
import { eraseWord } from '../../../../src/conversation/flows/my-data/erase-word.ts';

test.each([
  ['có', 'yes'],
  ['Vâng ạ', 'yes'],
  ['ừ xóa đi', 'yes'],
  ['chac chan', 'yes'],
  ['đồng ý xóa nhé', 'yes'],
  ['xóa hết vậy', 'yes'],
  ['vậy thì xóa hết đi', 'yes'],
  ['xóa tất cả', 'yes'],
  ['chỉ xóa phiếu thôi', undefined],
  ['không', 'no'],
  ['không, đừng xóa', 'no'],
  ['thôi ko xóa nữa em ạ', 'no'],
  ['đừng', 'no'],
  ['dừng', 'no'],
  ['cố', undefined],
  ['cò', undefined],
  ['vắng', undefined],
  ['dung', undefined],
  ['chắc không', undefined],
  ['có?', undefined],
  ['có mất gì đâu', undefined],
  ['xóa số điện thoại', undefined],
  ['vâng nhưng mà khoan', undefined],
  ['dung, xoa', 'yes'],
  ['đúng rồi, xóa hết đi em', 'yes'],
  ['u dung roi xoa di', 'yes'],
  ['thôi xóa đi', 'yes'],
  ['dung xoa', undefined],
  ['dung, dung xoa', undefined],
  ['đừng xóa, giữ lại', 'no'],
  ['có, không', undefined],
  ['đúng không', undefined],
])('asked whether to erase, “%s” is %s', (text, word) => {
  expect(eraseWord(text)).toBe(word);
});
