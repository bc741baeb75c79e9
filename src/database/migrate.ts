// Brings a database to the newest schema; several processes may start at once, one of them does it; a newer database is refused.
import { type Migration, Migrator } from 'kysely/migration';
import { faultOf } from './faults.ts';
import * as first from './migrations/001-first.ts';
import * as reasons from './migrations/002-reasons.ts';
import * as callBack from './migrations/003-call-back.ts';
import * as sentOnce from './migrations/004-sent-once.ts';
import * as founders from './migrations/005-founders.ts';
import * as outboxTries from './migrations/006-outbox-tries.ts';
import * as memberUnit from './migrations/007-member-unit.ts';
import * as toldSealed from './migrations/008-told-sealed.ts';
import * as deskIndexes from './migrations/009-desk-indexes.ts';
import type { Database, Kind } from './open.ts';

/** In order; a released one is never edited, only followed by the next. */
export const migrations: Readonly<Record<string, Migration>> = {
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

/** `upTo` stops at an earlier version: tests fill a database there and bring it forward. */
export async function migrate(db: Database, kind: Kind, upTo = newest()): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: false,
  });
  for (let tries = 0; ; tries++) {
    await refuseNewer(db);
    const { error } = await migrator.migrateTo(upTo);
    if (!error) return;
    // SQLite has no lock for migrations: what another process did meanwhile shows at the next try.
    const most = kind === 'postgres' ? 0 : faultOf(error) === 'locked by another program' ? 20 : 3;
    if (tries >= most)
      throw new Error(
        `The database could not be brought to this version: ${String(error)}${alreadyThere(error) ? restoredOver : ''}`,
        { cause: error },
      );
    await new Promise((wake) => setTimeout(wake, 250));
  }
}

const alreadyThere = (error: unknown): boolean => /already exists|duplicate column/i.test(String(error));
const restoredOver =
  '. It holds more than its list of migrations tells of: an older dump was restored over a newer database. Restore it into an empty one (docs/van-hanh.md).';

const newest = (): string => Object.keys(migrations).at(-1) ?? '';

/** Going back needs the copy made before the upgrade: an older program would misread what a newer one wrote. */
async function refuseNewer(db: Database): Promise<void> {
  const names = await migrationsDone(db);
  const unknown = names.filter((n) => !(n in migrations));
  if (unknown.length > 0)
    throw new Error(
      `This database was written by a newer version of the program (${unknown.join(', ')}). Start that version, or restore the copy made before the upgrade.`,
    );
}

/** Names of the migrations a database has been through; none for an empty one. */
export async function migrationsDone(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((t) => t.name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((r) => r.name);
}
