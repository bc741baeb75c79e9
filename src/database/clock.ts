// One clock for all processes that share a database: PostgreSQL's own; this machine's when the file lies on it.
import { sql } from 'kysely';
import type { Database, Kind } from './open.ts';

/** For what one process writes and another compares with its own time: claims, leases. Machines' clocks differ. */
export function sharedClock(db: Database, kind: Kind, own: () => Date): () => Promise<Date> {
  if (kind === 'sqlite') return async () => own();
  return async () => {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
    const now = rows[0]?.now;
    if (!now) throw new Error('the database told no time');
    return now;
  };
}
