// Several statements as one: in a transaction of their own, or in the one that the caller already holds.
import type { Database } from './open.ts';

export function inTransaction<T>(db: Database, work: (trx: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
