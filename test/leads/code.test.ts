// A case code in a message, and what might be one.
import { expect, test } from 'vitest';
import { codeIn } from '../../src/leads/code.ts';

test.each([
  ['mã HTX-9GSTR của tôi', { code: 'HTX-9GSTR', plain: true }],
  ['htx-trung', { code: 'HTX-TRUNG', plain: false }],
  ['lập htx-nông nghiệp', undefined],
  ['luật HTX-2023', undefined],
])('“%s” holds the code %j', (text, code) => {
  expect(codeIn(text)).toEqual(code);
});
