// SQLite for Kysely: every commit on disk before it returns, also where the disk fails just then, and a file that another program has locked is waited for without holding up anything else.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SelectQueryNode,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { type CommitWitness, makeCommitWitness, noWitness } from './commit-witness.ts';
import { faultOf } from './faults.ts';
import { keepPrivate, makePrivate } from './files.ts';

/** How long a lock of another program (a copy being made, a shell left open) is waited for. */
const patienceMs = 5000;
const everyMs = 50;

export function sqliteDialect(
  path: string,
  witness: CommitWitness = path === ':memory:' ? noWitness : makeCommitWitness(path),
): SqliteDialect {
  if (path !== ':memory:') prepare(path);
  const file = new SqliteDatabase(path);
  // SQLite's own waiting stops the whole process; ours does not.
  file.pragma('busy_timeout = 0');
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  // Erased names must leave the file too, not only the index of it.
  file.pragma('secure_delete = ON');
  return new PatientDialect(file, witness);
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
  readonly #witness: CommitWitness;
  constructor(file: SqliteDatabase.Database, witness: CommitWitness) {
    super({ database: file });
    this.#file = file;
    this.#witness = witness;
  }
  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#file, this.#witness);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #file: SqliteDatabase.Database;
  readonly #witness: CommitWitness;
  constructor(file: SqliteDatabase.Database, witness: CommitWitness) {
    super({ database: file });
    this.#file = file;
    this.#witness = witness;
  }
  #patient: PatientConnection | undefined;
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection(), this.#file, this.#witness);
    return this.#patient;
  }
  override async destroy(): Promise<void> {
    this.#witness.close();
    await super.destroy();
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
  readonly #file: SqliteDatabase.Database;
  readonly #witness: CommitWitness;
  readonly streamQuery: DatabaseConnection['streamQuery'];
  constructor(inner: DatabaseConnection, file: SqliteDatabase.Database, witness: CommitWitness) {
    this.#inner = inner;
    this.#file = file;
    this.#witness = witness;
    this.streamQuery = inner.streamQuery.bind(inner);
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // What the disk may have lost can still be read: nothing is told from it.
    this.#witness.assertTrusted();
    const result = await this.#waitForLock<R>(query);
    if (!this.#file.inTransaction && !SelectQueryNode.is(query.query)) this.#witness.confirm();
    return result;
  }
  /** All wait for the same lock, one behind the other: the time counts from the first that met it. */
  async #waitForLock<R>(query: CompiledQuery): Promise<QueryResult<R>> {
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
