// Whose address a limit counts: the connection's, and of X-Forwarded-For only what our own proxies added; of IPv6 the household's half.
import { expect, test } from 'vitest';
import { addressOf } from '../../src/http/address.ts';

test.each([
  ['9.9.9.9', undefined, 0, '9.9.9.9'],
  ['9.9.9.9', '1.1.1.1', 0, '9.9.9.9'],
  ['127.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
  ['127.0.0.1', 'forged, 1.1.1.1', 1, '1.1.1.1'],
  ['127.0.0.1', 'forged, 1.1.1.1, 10.0.0.1', 2, '1.1.1.1'],
  ['127.0.0.1', '10.0.0.1', 2, '127.0.0.1'],
  ['127.0.0.1', undefined, 1, '127.0.0.1'],
  [undefined, undefined, 0, 'unknown'],
  ['::ffff:9.9.9.9', undefined, 0, '9.9.9.9'],
  ['2001:db8:1:2::7', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff:1:2:3', undefined, 0, '2001:db8:1:2::/64'],
  ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
  ['::1', undefined, 0, '127.0.0.1'],
  ['127.0.0.1', '1.1.1.1:51234', 1, '1.1.1.1'],
  ['127.0.0.1', '[2001:DB8:1:2::7]:51234', 1, '2001:db8:1:2::/64'],
  ['127.0.0.1', 'hidden', 1, 'hidden'],
])('from %s, forwarded %s, %i proxies: %s', (connection, forwarded, proxies, address) => {
  expect(addressOf(connection, forwarded, proxies)).toBe(address);
});

test('what a stranger sends cannot make a long key', () => {
  expect(addressOf('127.0.0.1', 'x'.repeat(5000), 1)).toHaveLength(64);
});
