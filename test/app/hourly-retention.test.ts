// What an operator learns of retention: that it failed is told until a run is done, and a clock that cannot be read is begun anew.
import pino from 'pino';
import { expect, test } from 'vitest';
import { hourlyRetention } from '../../src/app/hourly-retention.ts';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase } from '../support/databases.ts';

const vault = makeVault(Buffer.alloc(32, 1));
const log = pino({ level: 'silent' });
const now = new Date('2026-11-23T03:00:00Z');

test('a run that failed is told, one that is done takes it back', async () => {
  const fresh = await freshDatabase('sqlite');
  const { db, close } = await openDatabase(fresh.url);
  let broken = true;
  const clock = () => {
    if (broken) throw new Error('any fault');
    return now;
  };
  const retention = hourlyRetention({ db, vault, clock, log });
  await retention.start();
  expect(retention.doubt()).toBe('the last run failed');
  retention.stop();
  broken = false;
  await retention.start();
  expect(retention.doubt()).toBeUndefined();
  retention.stop();
  await close();
  await fresh.remove();
});

test.each(['{"first":', '', '[]'])('what it remembers of the clock is %j: it begins anew', async (value) => {
  const fresh = await freshDatabase('sqlite');
  const { db, close } = await openDatabase(fresh.url);
  const row = { key: 'retention.clock', value_sealed: value, updated_at: now.toISOString() };
  await db.insertInto('channel_store').values(row).execute();
  const retention = hourlyRetention({ db, vault, clock: () => now, log });
  await retention.start();
  retention.stop();
  expect(retention.doubt()).toBeUndefined();
  const kept = await db
    .selectFrom('channel_store')
    .select('value_sealed')
    .where('key', '=', row.key)
    .execute();
  expect(JSON.parse(kept[0]?.value_sealed ?? '')).toMatchObject({ last: now.toISOString() });
  await close();
  await fresh.remove();
});
