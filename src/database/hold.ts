// What a transaction keeps for itself till its end: rows, or a turn by name. PostgreSQL is asked for it; SQLite lets one transaction write at a time anyway.
import { PostgresAdapter, type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from './open.ts';
import type { Tables } from './tables.ts';

const isPostgres = (db: Database): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Give it an order that all who hold such rows use: then no two wait for each other. What comes back is read after the wait. */
export function holding<T extends keyof Tables, O>(
  db: Database,
  rows: SelectQueryBuilder<Tables, T, O>,
): SelectQueryBuilder<Tables, T, O> {
  return isPostgres(db) ? rows.forUpdate() : rows;
}

/** Waits for whoever has a turn of one of these names; taken in order, before any row is held. */
export async function takeTurns(trx: Database, names: readonly string[]): Promise<void> {
  const wanted = [...new Set(names)].sort();
  if (wanted.length === 0 || !isPostgres(trx)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${wanted}::text[]) as name`.execute(
    trx,
  );
}
