// Names what keeps a database from its work, in words for a log and for /ready; undefined for a mistake of ours.
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export type Fault = 'disk full' | 'read-only' | 'locked by another program' | 'disk fault' | 'unreachable';

const byCode: readonly [RegExp, Fault][] = [
  [/^(SQLITE_FULL|ENOSPC|53100)/, 'disk full'],
  [/^(SQLITE_READONLY|EROFS|25006)/, 'read-only'],
  [/^(SQLITE_(BUSY|LOCKED)|MANY_HELD)/, 'locked by another program'],
  [/^(SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB)|EIO|58030)/, 'disk fault'],
  [/^(08|53|57P|25P0)|^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_)/, 'unreachable'],
];
/** The PostgreSQL client has no codes for these. */
const lostConnection =
  /connection (terminated|error|ended)|timeout exceeded when trying to connect|server closed|not queryable/i;

/** PostgreSQL gave up waiting for a lock, or for the whole statement. */
export const waitedTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '57014');

/** Several talks in a row waited too long: what another holds is a table, or much of one. */
export class ManyHeld extends Error {
  readonly code = 'MANY_HELD';
}

/** A row that another holds too long (55P03) is no fault of the database: only that one talk waits. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const known = byCode.find(([pattern]) => pattern.test(code))?.[1];
  if (known) return known;
  if (lostConnection.test(error.message)) return 'unreachable';
  if (error instanceof AggregateError) return faultOf(error.errors[0]);
  return faultOf(error.cause);
}

/** Asks the folder itself: SQLite has one word, "disk I/O error", for a disk that the kernel has made read-only and for one that breaks. */
export function folderFault(folder: string): Fault | undefined {
  const name = join(folder, `.write-test-${process.pid}`);
  try {
    closeSync(openSync(name, 'w'));
    rmSync(name, { force: true });
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}
