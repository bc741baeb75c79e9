// Opens SQLite or PostgreSQL as one Kysely<Tables>, brought to the newest schema before anyone uses it.
import { type Dialect, Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Kind = 'sqlite' | 'postgres';
export type Opened = { db: Database; kind: Kind; close: () => Promise<void> };

const sqlitePrefix = 'sqlite:';
export const kindOf = (url: string): Kind => (url.startsWith(sqlitePrefix) ? 'sqlite' : 'postgres');
/** The file of a `sqlite:` address. */
export const fileOf = (url: string): string => url.slice(sqlitePrefix.length);

/** `url` is `sqlite:path` (":memory:" works) or `postgres://…`. Every commit is on disk before it returns. */
export async function openDatabase(url: string): Promise<Opened> {
  const kind = kindOf(url);
  if (kind === 'sqlite') return opened(kind, sqliteDialect(fileOf(url)), migrate);
  const patient = await opened(kind, postgresDialect(url, { limits: false }), migrate);
  await patient.close();
  return opened(kind, postgresDialect(url, { limits: true }));
}

/** Without bringing it to this version, whatever version it is of: a database that is about to be replaced is only read. One connection. */
export function openAsItIs(url: string): Promise<Opened> {
  const kind = kindOf(url);
  return opened(
    kind,
    kind === 'sqlite' ? sqliteDialect(fileOf(url)) : postgresDialect(url, { limits: false }),
  );
}

async function opened(
  kind: Kind,
  dialect: Dialect,
  prepare?: (db: Database, kind: Kind) => Promise<void>,
): Promise<Opened> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await prepare?.(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, kind, close: () => db.destroy() };
}
