// Every earlier version, filled, comes forward on both databases with all it held; a newer one is refused.
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkKey } from '../../src/database/check-key.ts';
import { migrate, migrations, migrationsDone } from '../../src/database/migrate.ts';
import type { Database } from '../../src/database/open.ts';
import { fileOf, openDatabase } from '../../src/database/open.ts';
import { postgresDialect } from '../../src/database/postgres.ts';
import { sqliteDialect } from '../../src/database/sqlite.ts';
import type { Tables } from '../../src/database/tables.ts';
import { makeVault } from '../../src/database/vault.ts';
import { startTestApp } from '../support/app.ts';
import { type Fresh, freshDatabase, onBoth } from '../support/databases.ts';
import * as first from './filled/001-first.ts';
import * as reasons from './filled/002-reasons.ts';
import * as callBack from './filled/003-call-back.ts';
import * as sentOnce from './filled/004-sent-once.ts';
import * as founders from './filled/005-founders.ts';
import * as outboxTries from './filled/006-outbox-tries.ts';
import * as memberUnit from './filled/007-member-unit.ts';
import * as toldSealed from './filled/008-told-sealed.ts';
import * as deskIndexes from './filled/009-desk-indexes.ts';

/** One for each migration: a new one needs a database filled as the version before it left it. */
const filled: Record<string, typeof first> = {
  '001-first': first,
  '002-reasons': reasons,
  '003-call-back': callBack,
  '004-sent-once': sentOnce,
  '005-founders': founders,
  '006-outbox-tries': outboxTries,
  '007-member-unit': memberUnit,
  '008-told-sealed': toldSealed,
  '009-desk-indexes': deskIndexes,
};
const vault = makeVault(Buffer.alloc(32, 7));

test('every version has its filled database', () => {
  expect(Object.keys(filled)).toEqual(Object.keys(migrations));
});

onBoth('coming forward', (kind) => {
  let fresh: Fresh;
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
  });
  afterEach(() => fresh.remove());
  const raw = (): Database =>
    new Kysely({
      dialect:
        kind === 'sqlite' ? sqliteDialect(fileOf(fresh.url)) : postgresDialect(fresh.url, { limits: false }),
    });

  test.each(Object.keys(filled))('from %s, filled', async (version) => {
    const old = raw();
    await migrate(old, kind, version);
    const { rows, expected } = filled[version] ?? first;
    for (const row of rows(vault.seal, vault.hash)) await sql.raw(row).execute(old);
    await old.destroy();

    const { db, close } = await openDatabase(fresh.url);
    expect(await migrationsDone(db)).toEqual(Object.keys(migrations));
    await checkKey(db, vault, new Date());
    const count = async (table: keyof Tables): Promise<number> =>
      Number(
        (
          await db
            .selectFrom(table)
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirst()
        )?.n,
      );
    expect([await count('turn'), await count('lead')]).toEqual([expected.turns, expected.leads]);
    const lead = await db.selectFrom('lead').selectAll().executeTakeFirstOrThrow();
    expect([vault.unseal(lead.name_sealed ?? ''), vault.unseal(lead.phone_sealed ?? '')]).toEqual([
      expected.name,
      expected.phone,
    ]);
    const pending = await db.selectFrom('outbox').selectAll().where('status', '=', 'pending').execute();
    expect(pending).toHaveLength(expected.pending);
    await close();
  });

  test('the talk of an old database goes on where it was', async () => {
    const old = raw();
    await migrate(old, kind, '001-first');
    for (const row of first.rows(vault.seal, vault.hash)) await sql.raw(row).execute(old);
    await old.destroy();
    const app = await startTestApp(kind, {}, fresh);
    const again = await app.say('777', 'chào', { channel: 'telegram', messageId: 'u2' });
    expect(again).toEqual({ duplicate: true, conversationId: 'c1' });
    const next = await app.say('777', 'phiếu của tôi', { channel: 'telegram', messageId: 'u3' });
    expect(next).toEqual({ duplicate: false, conversationId: 'c1' });
    const turn = await app.db
      .selectFrom('turn')
      .selectAll()
      .where('conversation_id', '=', 'c1')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(turn.seq).toBe(5);
    expect(turn.replies).toContain('HTX-22222');
    await app.close();
  });

  test('a database of a newer program is refused by name, and left as it is', async () => {
    const newer = raw();
    await migrate(newer, kind);
    await sql
      .raw(`insert into kysely_migration (name, timestamp) values ('999-later', '2027-01-01T00:00:00.000Z')`)
      .execute(newer);
    await newer.destroy();
    await expect(openDatabase(fresh.url)).rejects.toThrow(/newer version of the program \(999-later\)/);
  });

  test('five processes that start at once bring it forward once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openDatabase(fresh.url)));
    expect(await migrationsDone((all[0] as (typeof all)[0]).db)).toEqual(Object.keys(migrations));
    await Promise.all(all.map((o) => o.close()));
  });
});
