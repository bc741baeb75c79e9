// "Dừng" in the form, however it stands in the message; "đúng" and the name Dung are none.
import { expect, test } from 'vitest';
import { saysStop } from '../../../../../src/conversation/flows/register/read/says-stop.ts';
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
])('stops: %s', (text) => expect(saysStop(text, world)).toBe(true));

test.each([
  'Dung',
  'em ten Dung',
  'đúng rồi, thôi em đúng là ở đó',
  'dung roi',
  'thoi dung roi, gui di',
  'vâng đúng lại còn hay',
  'Lan, dung',
  '',
])('goes on: %s', (text) => expect(saysStop(text, world)).toBe(false));
