// What channels keep: a prefix gives its own keys, oldest first, however the database sorts words.
import { describe, expect, test } from 'vitest';
import { makeChannelStore } from '../../src/channel/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase } from '../support/databases.ts';

const vault = makeVault(Buffer.alloc(32, 3));

describe.each([
  ['sqlite', undefined],
  ['postgres', undefined],
  ['postgres', 'vi'],
  ['postgres', 'und-u-ka-shifted'],
] as const)('on %s, collation %s', (kind, collation) => {
  test('the journal lists what is below its prefix, and nothing else', async () => {
    const fresh = await freshDatabase(kind, collation);
    const { db, close } = await openDatabase(fresh.url);
    let now = new Date('2026-11-28T00:00:00Z');
    const store = makeChannelStore(db, vault, () => now);
    const keys = ['x-y.in.2', 'x-y.in.1', 'X-Y.In.3', 'xy.in.4', 'x-y.in', 'x-y.io.5', 'x-y.in.\u{10ffff}'];
    for (const key of keys) {
      await store.put(key, `of ${key}`);
      now = new Date(now.getTime() + 1000);
    }
    expect(await store.list('x-y.in.')).toEqual(
      ['x-y.in.2', 'x-y.in.1', 'x-y.in.\u{10ffff}'].map((key) => ({ key, value: `of ${key}` })),
    );
    await close();
    await fresh.remove();
  });
});
