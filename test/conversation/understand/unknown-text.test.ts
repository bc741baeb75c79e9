// A legal text that is named and held nowhere here, told from those that are.
import { expect, test } from 'vitest';
import { unknownText } from '../../../src/conversation/understand/unknown-text.ts';
import { knowledge } from '../../support/knowledge.ts';

test.each([
  ['nghị định 57 nói gì', 'nghị định 57'],
  ['thong tu 20 nam 2026', 'thong tu 20 nam 2026'],
  ['nghị quyết 06/2021', undefined],
  ['quyết định 3 người cùng làm', undefined],
  ['nghị định 295 là gì', undefined],
  ['Quyết định 167/QĐ-TTg ngày 03/02/2021', undefined],
  ['quyết định 1804/QĐ-TTg ngày 03/01/2023 nói gì', 'quyết định 1804/QĐ-TTg ngày 03/01/2023'],
  ['Quyết định 92/QĐ-TTg', 'Quyết định 92/QĐ-TTg'],
  ['quyết định 06/2021 cho gì', undefined],
])('in “%s” the text nobody here holds is %s', (text, unknown) => {
  expect(unknownText(knowledge, text)).toBe(unknown);
});
