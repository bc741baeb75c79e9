// What is sealed can be opened by its own key only; hashes are keyed; the key file is private.
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKey } from '../../src/database/check-key.ts';
import { openDatabase } from '../../src/database/open.ts';
import { loadKey, makeVault } from '../../src/database/vault.ts';

const vault = makeVault(Buffer.alloc(32, 1));
const other = makeVault(Buffer.alloc(32, 2));

test('any text comes back as it was, and never seals the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = vault.seal(text);
      expect(vault.unseal(sealed)).toBe(text);
      expect(vault.seal(text)).not.toBe(sealed);
    }),
  );
});

test('another key, or one changed letter, is refused', () => {
  const sealed = vault.seal('Trần Văn Tùng');
  expect(() => other.unseal(sealed)).toThrow();
  const changed = sealed.slice(0, -2) + (sealed.at(-2) === 'A' ? 'B' : 'A') + sealed.at(-1);
  expect(() => vault.unseal(changed)).toThrow();
  expect(() => vault.unseal('Trần Văn Tùng')).toThrow(/unknown version/);
});

test('hashes are equal for equal text under one key only', () => {
  expect(vault.hash('a')).toBe(vault.hash('a'));
  expect(vault.hash('a')).not.toBe(other.hash('a'));
});

test('without DATA_KEY a private file is made once and read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-key-'));
  const first = loadKey(undefined, folder);
  expect(loadKey(undefined, folder)).toEqual(first);
  expect(statSync(join(folder, 'data.key')).mode & 0o777).toBe(0o600);
});

test.each([['short'], ['']])('a key that is too weak (%j) is refused with what to do', (key) => {
  expect(() => loadKey(key, '.')).toThrow(/32 bytes/);
});

test('a database of another key does not start', async () => {
  const { db, close } = await openDatabase('sqlite::memory:');
  await checkKey(db, vault, new Date());
  await checkKey(db, vault, new Date());
  await expect(checkKey(db, other, new Date())).rejects.toThrow(/does not fit/);
  await close();
});
