// What goes with a call-back is the last thing that was truly asked or told.
import { expect, test } from 'vitest';
import { formAfter } from '../../support/form.ts';

const asked = 'ao cá nhà tôi chết hết rồi, có được hỗ trợ gì không';

test.each([
  'bot ngu vc',
  'k cho toi gap ng that di',
  'thoi the co cho t gap ng that k',
  'Cho tôi để lại lời nhắn cho cán bộ',
  'gì mà trả lời linh tinh thế',
])('not “%s”', (said) => expect(formAfter(`${asked}|${said}|gặp cán bộ`).draft.note).toBe(asked));

test('nothing, where nothing was asked', () =>
  expect(formAfter('bot ngu vc|gặp cán bộ').draft.note).toBeUndefined());
