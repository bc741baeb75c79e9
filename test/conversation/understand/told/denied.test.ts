// What people say of what is remembered: that it is not so, and what is so instead.
import { expect, test } from 'vitest';
import { deniesTold } from '../../../../src/conversation/understand/told/denied.ts';

const parts = [
  { slot: 'place', text: 'phường Âu Lâu' },
  { slot: 'product', text: 'dịch vụ nông nghiệp' },
];

test.each([
  ['trồng quế mà, dịch vụ gì đâu', ['product'], 'trồng quế mà'],
  ['em có làm dịch vụ đâu', ['product'], ''],
  ['không phải dịch vụ, em trồng quế', ['product'], 'em trồng quế'],
  ['không phải Âu Lâu, Văn Phú mà', ['place'], 'Văn Phú mà'],
  ['nha em lam dich vu dau ma', ['product'], ''],
])('“%s” denies', (text, slots, rest) => expect(deniesTold(text, parts)).toEqual({ slots, rest }));

test.each([
  'em không làm dịch vụ nông nghiệp thì có được vào không',
  'dịch vụ nông nghiệp được hỗ trợ gì không',
  'Âu Lâu nộp ở đâu',
  'dịch vụ nông nghiệp nộp hồ sơ ở đâu',
  'không phải hợp tác xã, tổ hợp tác cơ',
  'Âu Lâu ở đâu',
  'trồng quế',
])('“%s” does not', (text) => expect(deniesTold(text, parts)).toBeUndefined());
