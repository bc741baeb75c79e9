// The list of talks when very many wait: no page of it holds the program up, the last one neither.
import { expect, test } from 'vitest';
import { countTalks, recentTalks } from '../../src/conversation/store/staff-talks.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';

const now = new Date('2026-11-23T03:00:00Z');
const at = now.toISOString();
const talks = 4000;

/** Each has its question open; every other one is awaited. */
async function fill(db: Database): Promise<void> {
  for (let from = 0; from < talks; from += 500) {
    const some = Array.from({ length: 500 }, (_, i) => from + i);
    const times = { created_at: at, updated_at: at };
    await db
      .insertInto('identity')
      .values(
        some.map((i) => ({
          id: `i${i}`,
          channel: 'web',
          address: `a${i}`,
          created_at: at,
          seen_at: at,
        })) as never,
      )
      .execute();
    await db
      .insertInto('conversation')
      .values(some.map((i) => ({ id: `c${i}`, identity_id: `i${i}`, last_seq: 1, ...times })))
      .execute();
    await db
      .insertInto('gap')
      .values(
        some.map((i) => ({
          id: `g${i}`,
          conversation_id: `c${i}`,
          turn_id: `t${i}`,
          at,
          question: `câu ${i}`,
          folded: `cau ${i}`,
          reason: 'no_answer',
          wants_reply: i % 2 === 0 ? (1 as const) : (0 as const),
          status: 'open',
        })),
      )
      .execute();
  }
}

onBoth('very many talks', (kind) => {
  test('are listed at once, on whatever page', { timeout: 120_000 }, async () => {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    await fill(db);
    for (const waits of [false, true]) {
      const begun = performance.now();
      const all = await countTalks(db, { waits, now });
      const last = await recentTalks(db, { waits, now }, { limit: 50, offset: all - 50 });
      expect(performance.now() - begun).toBeLessThan(1000);
      expect(all).toBe(waits ? talks / 2 : talks);
      expect(last).toHaveLength(50);
      for (const talk of last) {
        const i = Number(talk.conversationId.slice(1));
        expect(talk).toMatchObject({ waits: i % 2 === 0, awaited: i % 2 === 0 ? `câu ${i}` : undefined });
      }
    }
    await close();
    await fresh.remove();
  });
});
