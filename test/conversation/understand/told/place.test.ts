// Whether the places of a message are only named in passing.
import { expect, it } from 'vitest';
import { namesInPassing } from '../../../../src/conversation/understand/told/place.ts';
import { knowledge } from '../../../support/knowledge.ts';

it.each([
  ['nhà mình ở xã Âu Lâu cũ, nghe nói có hỗ trợ', true],
  ['nhà mình ở thôn 5 xã Âu Lâu cũ, nghe nói có hỗ trợ', true],
  ['em ở tổ dân phố 12 phường Nam Cường, muốn vay', true],
  ['6 hộ thôn số 3 Minh Bảo trồng chè', true],
  ['Minh Bảo nay thuộc phường nào', false],
  ['phường Âu Lâu gồm những đâu', false],
])('%s: %s', (message, passing) => {
  expect(namesInPassing(message, knowledge)).toBe(passing);
});
