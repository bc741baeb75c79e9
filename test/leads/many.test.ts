// Retention when very much is past its time at once: all of it goes, in short steps that let others write in between.
import { expect, test } from 'vitest';
import { runRetention } from '../../src/conversation/store/retention.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';

const old = '2024-01-01T00:00:00.000Z';
const talks = 70_000;
const withLead = 40_000;

async function fill(db: Database): Promise<void> {
  for (let from = 0; from < talks; from += 1000) {
    const some = Array.from({ length: 1000 }, (_, i) => from + i);
    const times = { created_at: old, updated_at: old };
    await db
      .insertInto('identity')
      .values(
        some.map((i) => ({
          id: `i${i}`,
          channel: 'web',
          address: `a${i}`,
          blocked: 0 as const,
          created_at: old,
          seen_at: old,
        })),
      )
      .execute();
    await db
      .insertInto('conversation')
      .values(
        some.map((i) => ({
          id: `c${i}`,
          identity_id: `i${i}`,
          state_sealed: 'x',
          staff_until: null,
          last_seq: 1,
          ...times,
        })),
      )
      .execute();
    await db
      .insertInto('turn')
      .values(
        some.map((i) => ({
          id: `t${i}`,
          conversation_id: `c${i}`,
          seq: 1,
          at: old,
          said: 'x',
          replies: '[]',
          outcome: 'answer',
          cards: '[]',
          staff_id: null,
        })),
      )
      .execute();
    await db
      .insertInto('inbound')
      .values(some.map((i) => ({ channel: 'web', address: `a${i}`, message_id: 'm', received_at: old })))
      .execute();
    if (from >= withLead) continue;
    await db
      .insertInto('lead')
      .values(
        some.map((i) => ({
          id: `l${i}`,
          code: `l${i}`,
          identity_id: `i${i}`,
          conversation_id: `c${i}`,
          kind: 'register',
          name_sealed: 'x',
          status: 'new',
          consent_at: old,
          consent_channel: 'web',
          consent_message_id: 'm',
          consent_version: '1',
          ...times,
        })) as never,
      )
      .execute();
  }
}

onBoth('very much past its time', (kind) => {
  test('is erased whole, and holds nobody up for long', { timeout: 120_000 }, async () => {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    await fill(db);
    let over = false;
    let longest = 0;
    const writing = (async () => {
      for (let last = performance.now(); !over; last = performance.now()) {
        const row = { key: `k${last}`, value_sealed: '', updated_at: old };
        await db.insertInto('channel_store').values(row).execute();
        await new Promise((wake) => setTimeout(wake, 10));
        longest = Math.max(longest, performance.now() - last);
      }
    })();
    const report = await runRetention(db, new Date('2026-11-28T00:00:00Z'));
    over = true;
    await writing;
    expect(report).toMatchObject({ inbound: talks, leads: withLead });
    for (const table of ['identity', 'conversation', 'turn', 'inbound'] as const)
      expect(await db.selectFrom(table).selectAll().limit(1).execute(), table).toEqual([]);
    const named = db.selectFrom('lead').select('id').where('name_sealed', 'is not', null);
    expect(await named.execute()).toEqual([]);
    expect(longest).toBeLessThan(2000);
    await close();
    await fresh.remove();
  });
});
