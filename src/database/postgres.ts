// PostgreSQL for Kysely: a pool that replaces cut connections, with limits so that nothing waits for ever on a hung server or a stuck row.
import { PostgresDialect } from 'kysely';
import pg from 'pg';

const limits = {
  /** A talk whose row another holds gives up and is tried again; the others go on. */
  lock_timeout: 2000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  /** Ours, for a network that swallows everything. */
  query_timeout: 35_000,
};

/** `limits: false` for migrations, which may take long on a filled database. */
export function postgresDialect(url: string, options: { limits: boolean }): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.limits ? 10 : 1,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    ...(options.limits ? limits : {}),
  });
  // A dropped connection is replaced by the pool; without listeners, on idle ones and on ones in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
