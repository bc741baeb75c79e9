// "Dừng" in the form, however it stands in the message; "đúng" and the name Dung are none.
import { expect, test } from 'vitest';
import { saysStop, saysStopAgain } from '../../../../../src/conversation/flows/register/read/says-stop.ts';
import type { World } from '../../../../../src/conversation/world.ts';
import { knowledge } from '../../../../support/knowledge.ts';

const world = { knowledge } as World;

test.each([
  'Bực thật, gõ mãi không nhận. Dừng',
  'thoi de chi nghi them, dung',
  'thôi em dừng lại nhé',
  'khong co so, thoi em dung',
  'em bao dung lai ma',
  'dung lai di',
  'khoan đã, dừng',
  'đã bảo dừng rồi mà',
  'chị nói là dừng lại thôi, tên chị không phải thế',
])('stops: %s', (text) => expect(saysStop(text, world)).toBe(true));

test.each([
  'Dung',
  'em ten Dung',
  'đúng rồi, thôi em đúng là ở đó',
  'dung roi',
  'thoi dung roi, gui di',
  'vâng đúng lại còn hay',
  'Lan, dung',
  'em bao dung roi ma',
  'em nói đúng rồi mà',
  '',
])('goes on: %s', (text) => expect(saysStop(text, world)).toBe(false));

test.each([
  ['chị bảo dừng rồi cơ mà', true],
  ['toi noi dung lai ma, so kia khong phai', true],
  ['tổ muốn dừng lại thì báo ai', false],
  ['em muốn dừng', false],
  ['em bao dung roi', false],
])('said over again where nothing is open: %s: %s', (text, says) => expect(saysStopAgain(text)).toBe(says));
