// People and their talks under several processes: found by the index, written in one order, and held while a batch works on them.
import { randomUUID } from 'node:crypto';
import { CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markInbound } from '../../../src/conversation/store/inbound.ts';
import { peopleOf, saveTalks, takeSeq, type Who } from '../../../src/conversation/store/people.ts';
import { type Opened, openDatabase } from '../../../src/database/open.ts';
import { type Fresh, freshDatabase, onBoth } from '../../support/databases.ts';

const at = '2026-11-23T03:00:00.000Z';
const options = (kind: string) => ({ newId: randomUUID, lock: kind === 'postgres' });
const crowd: Who[] = Array.from({ length: 60 }, (_, i) => ({ channel: 'telegram', address: `p${i}` }));

onBoth('people', (kind) => {
  let fresh: Fresh;
  let one: Opened;
  let two: Opened;
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
    one = await openDatabase(fresh.url);
    two = await openDatabase(fresh.url);
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await fresh.remove();
  });

  test('are found by channel and address, not by reading everybody', async () => {
    const asked: CompiledQuery[] = [];
    await peopleOf(watched(one, asked), crowd.slice(0, 3), at, options(kind));
    const found = asked.find((q) => /^select .*from "identity"/.test(q.sql)) as CompiledQuery;
    await one.db.connection().execute(async (db) => {
      // A table of three rows is read whole unless that is forbidden.
      if (kind === 'postgres') await sql`set enable_seqscan = off`.execute(db);
      const explain = kind === 'postgres' ? 'explain ' : 'explain query plan ';
      const plan = await db.executeQuery(CompiledQuery.raw(explain + found.sql, [...found.parameters]));
      const words = JSON.stringify(plan.rows);
      expect(words).toContain('identity_channel_address');
      expect(words).toMatch(
        kind === 'postgres' ? /Index Cond.*channel.*address/ : /channel=\? AND address=\?/,
      );
    });
  });

  // SQLite has one writer at a time.
  if (kind === 'postgres')
    test.each(['identity', 'inbound'] as const)(
      'two processes that hear from the same people in another order wait for one another: %s',
      async (table) => {
        const middle = crowd[30] as Who;
        const write = (db: Opened['db'], who: Who[], id: string): Promise<unknown> =>
          table === 'identity'
            ? peopleOf(db, who, at, options(kind))
            : markInbound(
                db,
                who.map((w) => ({ ...w, messageId: id })),
                at,
              );
        if (table === 'identity') await write(one.db, crowd, '');
        const held = await one.db.startTransaction().execute();
        await write(held, [middle], 'same');
        const both = [
          one.db.transaction().execute((trx) => write(trx, crowd, 'same')),
          two.db.transaction().execute((trx) => write(trx, [...crowd].reverse(), 'same')),
        ];
        await new Promise((wake) => setTimeout(wake, 300));
        await held.rollback().execute();
        expect((await Promise.allSettled(both)).map((r) => r.status)).toEqual(['fulfilled', 'fulfilled']);
      },
    );

  test('a talk that a batch works on is not written to by staff meanwhile', async () => {
    const [who] = crowd as [Who];
    await peopleOf(one.db, [who], at, options(kind));
    let staff: Promise<number> | undefined;
    let written = false;
    await one.db.transaction().execute(async (trx) => {
      const [person] = [...(await peopleOf(trx, [who], at, options(kind))).values()];
      if (!person) throw new Error('no person');
      staff = takeSeq(two.db, person.conversationId, 1, at).finally(() => {
        written = true;
      });
      await new Promise((wake) => setTimeout(wake, 300));
      expect(written).toBe(false);
      await saveTalks(trx, [{ ...person, stateSealed: '', lastSeq: person.lastSeq + 5 }], at);
    });
    expect(await staff).toBe(6);
  });
});

/** The same database, with every query noted. */
const watched = ({ db }: Opened, asked: CompiledQuery[]): Opened['db'] =>
  db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
