// Brings a database to the newest schema; several processes may start at once, one of them does it.
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as first from './migrations/001-first.ts';
import type { Tables } from './tables.ts';

/** In order; a released one is never edited, only followed by the next. */
const migrations: Record<string, Migration> = { '001-first': first };

export async function migrate(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: false,
  });
  for (let tries = 0; ; tries++) {
    const { error } = await migrator.migrateToLatest();
    if (!error) return;
    const busy = kind === 'sqlite' && /busy|locked/i.test(String(error));
    if (!busy || tries >= 20)
      throw new Error(`The database could not be brought to this version: ${String(error)}`, {
        cause: error,
      });
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
