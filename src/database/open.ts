// Opens SQLite or PostgreSQL as one Kysely<Tables>, brought to the newest schema before anyone uses it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Kind = 'sqlite' | 'postgres';
export type Opened = { db: Database; kind: Kind; close: () => Promise<void> };

/** `url` is `sqlite:path` (":memory:" works) or `postgres://…`. Every commit is on disk before it returns. */
export async function openDatabase(url: string): Promise<Opened> {
  const kind: Kind = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
  const db = new Kysely<Tables>({
    dialect: kind === 'sqlite' ? sqlite(url.slice('sqlite:'.length)) : postgres(url),
  });
  try {
    await migrate(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, kind, close: () => db.destroy() };
}

function sqlite(path: string): SqliteDialect {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const file = new SqliteDatabase(path);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  // Erased names must leave the file too, not only the index of it.
  file.pragma('secure_delete = ON');
  return new SqliteDialect({ database: file });
}

function postgres(url: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // A dropped connection is replaced by the pool; without listeners, on idle ones and on ones in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
