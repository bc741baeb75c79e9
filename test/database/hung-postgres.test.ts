// A network to PostgreSQL that hangs without breaking: whoever asks is told in bounded time, nobody else waits for them, and afterwards everything works at once.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultOf } from '../../src/database/faults.ts';
import { type Opened, openDatabase } from '../../src/database/open.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { type Network, networkTo } from '../support/network.ts';

let fresh: Fresh;
let network: Network;
let far: Opened;
let near: Opened;

beforeAll(async () => {
  fresh = await freshDatabase('postgres');
  const through = new URL(fresh.url);
  network = await networkTo(Number(through.port));
  through.port = String(network.port);
  far = await openDatabase(through.href);
  near = await openDatabase(fresh.url);
});
afterAll(async () => {
  await Promise.all([far.close(), near.close()]);
  await network.stop();
  await fresh.remove();
});

const write = (opened: Opened, key: string) =>
  opened.db
    .insertInto('channel_store')
    .values({ key, value_sealed: '', updated_at: '2026-11-24' })
    .onConflict((c) => c.column('key').doUpdateSet({ updated_at: '2026-11-24' }))
    .execute();
const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => faultOf(error) ?? error,
  );

test.each(['goOn', 'cut'] as const)('hung in a transaction, then %s', { timeout: 40_000 }, async (end) => {
  await write(near, 'row');
  let inside = (): void => undefined;
  const begun = new Promise<void>((done) => {
    inside = done;
  });
  const began = performance.now();
  const stuck = far.db.transaction().execute(async (trx) => {
    await trx.updateTable('channel_store').set({ value_sealed: 'far' }).where('key', '=', 'row').execute();
    network.hang();
    inside();
    await trx.updateTable('channel_store').set({ value_sealed: 'late' }).where('key', '=', 'row').execute();
  });
  await begun;
  const others = Array.from({ length: 12 }, (_, i) => outcome(write(far, `other ${i}`)));
  // The row is given back to others, though the server cannot know that its client is gone.
  expect(await outcome(write(near, 'row'))).toMatchObject({ code: '55P03' });
  const results = await Promise.all([outcome(stuck), ...others]);
  expect(new Set(results)).toEqual(new Set(['unreachable']));
  expect(performance.now() - began).toBeLessThan(16_000);
  await wait(500);
  expect(await outcome(write(near, 'row'))).toBe('done');

  network[end]();
  const again = performance.now();
  expect(await outcome(write(far, 'after'))).toBe('done');
  expect(performance.now() - again).toBeLessThan(3000);
  await wait(300);
  const row = await near.db
    .selectFrom('channel_store')
    .select('value_sealed')
    .where('key', '=', 'row')
    .executeTakeFirstOrThrow();
  expect(row.value_sealed).toBe('');
});
