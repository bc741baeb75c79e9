// Several statements as one: in a transaction of their own, or in the one that the caller already holds.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export function inTransaction<T>(db: Kysely<Tables>, work: (trx: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
