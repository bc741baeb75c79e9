// Copies of a SQLite database: taken while it is in use, checked, and put back in its place.
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { checkWord } from './check-key.ts';
import { faultOf } from './faults.ts';
import { migrations } from './migrate.ts';
import type { Vault } from './vault.ts';

export type CopyFacts = { bytes: number; leads: number; latest: string | undefined };
/** Something the operator must put right; its message is for them. */
export class CopyProblem extends Error {}

/** All that was committed before the call is in the copy, and nothing half done; writers are not held up. */
export async function takeCopy(from: string, to: string, vault: Vault): Promise<CopyFacts> {
  if (existsSync(to)) throw new CopyProblem(`Đã có tệp ${to}; hãy chọn tên khác.`);
  if (!existsSync(from)) throw new CopyProblem(`Không có cơ sở dữ liệu ở ${from}.`);
  const part = `${to}.part`;
  rmSync(part, { force: true });
  const source = new SqliteDatabase(from, { readonly: true, timeout: 10_000 });
  try {
    // One step: a copy made in several would begin again at every write meanwhile.
    await source.backup(part, { progress: () => 0x7fffffff });
  } finally {
    source.close();
  }
  chmodSync(part, 0o600);
  const copy = new SqliteDatabase(part);
  copy.pragma('journal_mode = delete');
  copy.close();
  const facts = checkCopy(part, vault);
  flush(part);
  renameSync(part, to);
  flush(dirname(to));
  return facts;
}

/** Throws a CopyProblem unless the file is whole, of a version this program knows, and sealed with this key. */
export function checkCopy(file: string, vault: Vault): CopyFacts {
  if (!existsSync(file)) throw new CopyProblem(`Không có tệp ${file}.`);
  let copy: SqliteDatabase.Database | undefined;
  try {
    copy = new SqliteDatabase(file, { readonly: true });
    const db = copy;
    if (db.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new CopyProblem(`Tệp ${file} bị hỏng; hãy dùng bản sao khác.`);
    const column = (sql: string): unknown[] => db.prepare(sql).pluck().all();
    const newer = column('select name from kysely_migration').filter((n) => !(String(n) in migrations));
    if (newer.length > 0)
      throw new CopyProblem(`Bản sao do bản chương trình mới hơn ghi (${newer.join(', ')}); hãy cài bản đó.`);
    const sealed = db.prepare('select value_sealed from channel_store where key = ?').pluck().get(checkWord);
    if (typeof sealed !== 'string' || !opens(vault, sealed))
      throw new CopyProblem(
        'Khóa (DATA_KEY hoặc data.key) không phải khóa của dữ liệu này; tên và số điện thoại sẽ không đọc được.',
      );
    const bytes =
      Number(db.pragma('page_size', { simple: true })) * Number(db.pragma('page_count', { simple: true }));
    return {
      bytes,
      leads: Number(column('select count(*) from lead')[0]),
      latest: column('select max(at) from audit')[0]?.toString(),
    };
  } catch (error) {
    if (error instanceof CopyProblem) throw error;
    throw new CopyProblem(
      `Tệp ${file} không đọc được như một cơ sở dữ liệu (${faultOf(error) ?? String(error)}).`,
    );
  } finally {
    copy?.close();
  }
}

/**
 * Puts a checked copy in the place of `target`, which is kept beside it; returns the kept file's name. The copy lies whole
 * on the disk before the old file is touched: with too little space nothing is changed.
 */
export function putBack(copy: string, target: string, stamp: string): string | undefined {
  const kept = existsSync(target) ? `${target}.truoc-${stamp}` : undefined;
  if (kept) mustBeUnused(target);
  const part = `${target}.part`;
  layDown(copy, part);
  if (kept) moveDatabase(target, kept);
  try {
    renameSync(part, target);
  } catch (error) {
    if (kept) moveDatabase(kept, target);
    throw error;
  }
  flush(dirname(target));
  return kept;
}

function layDown(copy: string, part: string): void {
  try {
    copyFileSync(copy, part, constants.COPYFILE_FICLONE);
    chmodSync(part, 0o600);
    flush(part);
  } catch (error) {
    try {
      rmSync(part, { force: true });
    } catch {
      // What could not be written may not be removable either; the fault below says why.
    }
    const why = faultOf(error) ?? String(error);
    throw new CopyProblem(`Không chép được bản sao vào ${part} (${why}); dữ liệu cũ vẫn nguyên.`);
  }
}

function moveDatabase(from: string, to: string): void {
  for (const tail of ['', '-wal', '-shm']) if (existsSync(from + tail)) renameSync(from + tail, to + tail);
}

/** What the audit log of a database file tells after `since` of one action; nothing when the file cannot be read. */
export function subjectsSince(file: string, action: string, since: string): string[] {
  try {
    const db = new SqliteDatabase(file, { readonly: true });
    const query = db.prepare('select distinct subject from audit where action = ? and at > ?').pluck();
    const subjects = query.all(action, since).map(String);
    db.close();
    return subjects;
  } catch {
    return [];
  }
}

/** What a database file keeps under a key of its channels; nothing when it cannot be read or was sealed with another key. */
export function keptUnder(file: string, key: string, vault: Vault): string | undefined {
  let db: SqliteDatabase.Database | undefined;
  try {
    db = new SqliteDatabase(file, { readonly: true });
    const sealed = db.prepare('select value_sealed from channel_store where key = ?').pluck().get(key);
    return typeof sealed === 'string' ? vault.unseal(sealed) : undefined;
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}

/** Leaving WAL needs to be alone: refused while a program has the file open. A damaged file may be replaced all the same. */
function mustBeUnused(target: string): void {
  let file: SqliteDatabase.Database | undefined;
  try {
    file = new SqliteDatabase(target, { timeout: 0 });
    file.pragma('journal_mode = delete');
  } catch (error) {
    if (faultOf(error) === 'locked by another program')
      throw new CopyProblem('Chương trình đang chạy trên cơ sở dữ liệu này; hãy dừng nó trước.');
  } finally {
    file?.close();
  }
}

function opens(vault: Vault, sealed: string): boolean {
  try {
    vault.unseal(sealed);
    return true;
  } catch {
    return false;
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
