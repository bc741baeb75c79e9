// PostgreSQL for Kysely: a pool that replaces cut and hung connections, with limits so that nothing waits for ever on a silent network or a stuck row.
import { Socket } from 'node:net';
import { CompiledQuery, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Longer than any statement may take: a connection that says nothing for so long has lost its server. */
const silentMs = 10_000;
const limits = {
  /** A talk whose row another holds gives up and is tried again; the others go on. */
  lock_timeout: 2000,
  statement_timeout: 8000,
  /** A process whose network hangs in the middle of a transaction holds its talks no longer than this. */
  idle_in_transaction_session_timeout: 10_000,
};
/** Below `silentMs`, so that a connection that waits in the pool has worked lately. */
const poolIdleMs = 5000;
/** Sessions whose end of the network is gone; without this PostgreSQL keeps them for two hours. */
const forgetSession = CompiledQuery.raw('set idle_session_timeout = 30000');

/** `limits: false` for migrations, which may take long on a filled database. */
export function postgresDialect(url: string, options: { limits: boolean }): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.limits ? 10 : 1,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: poolIdleMs,
    ...(options.limits ? { ...limits, stream: impatientSocket } : { keepAlive: true }),
  });
  // A dropped connection is replaced by the pool; without listeners, on idle ones and on ones in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({
    pool,
    ...(options.limits
      ? {
          async onCreateConnection(connection) {
            await connection.executeQuery(forgetSession);
          },
        }
      : {}),
  });
}

/** Gives up by itself, and with a reset: what the network still holds back must not reach the server later. */
function impatientSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => {
    const error = new Error(`PostgreSQL did not answer for ${silentMs / 1000} s`);
    socket.emit('error', Object.assign(error, { code: 'ETIMEDOUT' }));
    socket.resetAndDestroy();
  });
  return socket;
}
