// How many they are, as it is answered: in words, in figures, vaguely, or not at all.
import { expect, test } from 'vitest';
import { countAnswered } from '../../../../src/conversation/understand/told/count.ts';

test.each([
  ['nam sau nguoi', 6],
  ['bay', 7],
  ['hai muoi lam', 25],
  ['chắc tầm chục nhà', 10],
  ['ca xom khoang ba chuc ho', 30],
  ['mới có mình tôi', 1],
  ['bốn năm nhà gì đó', 5],
  ['hiện tại 5 đấy', 5],
  ['mình với 2 anh nữa', 3],
  ['tôi và bốn nhà hàng xóm nữa', 5],
  ['vài chục người', undefined],
  ['0987 65 43', undefined],
  ['Đỗ Thị Bốn', undefined],
  ['Chú Ba', undefined],
  ['3 ha', undefined],
  ['5 giờ chiều', undefined],
  ['Minh', undefined],
])('asked how many, “%s” is %s', (text, members) => {
  expect(countAnswered(text)?.members).toBe(members);
});

test.each([
  ['150', false],
  ['hai vợ chồng tôi với 3 nhà nữa', false],
  ['12 người', true],
])('the number in “%s” is sure: %s', (text, sure) => {
  expect(countAnswered(text)?.sure).toBe(sure);
});
