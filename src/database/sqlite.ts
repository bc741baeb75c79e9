// SQLite for Kysely: every commit on disk before it returns, and a file that another program has locked is waited for without holding up anything else.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { faultOf } from './faults.ts';
import { keepPrivate, makePrivate } from './files.ts';

/** How long a lock of another program (a copy being made, a shell left open) is waited for. */
const patienceMs = 5000;
const everyMs = 50;

export function sqliteDialect(path: string): SqliteDialect {
  if (path !== ':memory:') prepare(path);
  const file = new SqliteDatabase(path);
  // SQLite's own waiting stops the whole process; ours does not.
  file.pragma('busy_timeout = 0');
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  // Erased names must leave the file too, not only the index of it.
  file.pragma('secure_delete = ON');
  return new PatientDialect(file);
}

/** SQLite gives the files beside it the rights of this one. What cannot be made here it names itself when it opens it. */
function prepare(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    makePrivate(path);
  } catch {
    for (const tail of ['', '-wal', '-shm']) keepPrivate(path + tail);
  }
}

class PatientDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;
  constructor(file: SqliteDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }
  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#file);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #file: SqliteDatabase.Database;
  constructor(file: SqliteDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }
  #patient: PatientConnection | undefined;
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection());
    return this.#patient;
  }
  /** Takes the write lock at once: later statements of the transaction then never meet a lock. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** After a fault of the disk SQLite has rolled back by itself; asking again would hide the fault behind an error of its own. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class PatientConnection implements DatabaseConnection {
  #lockedSince: number | undefined;
  readonly #inner: DatabaseConnection;
  readonly streamQuery: DatabaseConnection['streamQuery'];
  constructor(inner: DatabaseConnection) {
    this.#inner = inner;
    this.streamQuery = inner.streamQuery.bind(inner);
  }
  /** All wait for the same lock, one behind the other: the time counts from the first that met it. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    while (true) {
      try {
        const result = await this.#inner.executeQuery<R>(query);
        // Reading goes on under another's lock: only a write shows that it is gone.
        if (result.numAffectedRows !== undefined) this.#lockedSince = undefined;
        return result;
      } catch (error) {
        if (faultOf(error) !== 'locked by another program') throw error;
        this.#lockedSince ??= performance.now();
        if (performance.now() - this.#lockedSince >= patienceMs) throw error;
        await new Promise((wake) => setTimeout(wake, everyMs));
      }
    }
  }
}
