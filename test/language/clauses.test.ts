// The last clause of a message, and nothing where none has letters.
import { expect, test } from 'vitest';
import { lastClause } from '../../src/language/clauses.ts';

test.each([
  ['Thôi. Cho xem phiếu của tôi!!', 'cho xem phieu cua toi'],
  ['ghi rồi,\nsửa số', 'sua so'],
  ['0912 345 678', ''],
  ['?!', ''],
])('%j', (text, last) => expect(lastClause(text)).toBe(last));
