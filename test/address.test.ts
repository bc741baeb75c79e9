// Whose address a limit counts: the connection's, and of X-Forwarded-For only what our own proxies added.
import { expect, test } from 'vitest';
import { addressOf } from '../src/address.ts';

test.each([
  ['9.9.9.9', undefined, 0, '9.9.9.9'],
  ['9.9.9.9', '1.1.1.1', 0, '9.9.9.9'],
  ['127.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
  ['127.0.0.1', 'forged, 1.1.1.1', 1, '1.1.1.1'],
  ['127.0.0.1', 'forged, 1.1.1.1, 10.0.0.1', 2, '1.1.1.1'],
  ['127.0.0.1', '10.0.0.1', 2, '127.0.0.1'],
  ['127.0.0.1', undefined, 1, '127.0.0.1'],
  [undefined, undefined, 0, 'unknown'],
])('from %s, forwarded %s, %i proxies: %s', (connection, forwarded, proxies, address) => {
  expect(addressOf(connection, forwarded, proxies)).toBe(address);
});

test('what a stranger sends cannot make a long key', () => {
  expect(addressOf('127.0.0.1', 'x'.repeat(5000), 1)).toHaveLength(64);
});
