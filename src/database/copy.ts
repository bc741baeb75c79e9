// Copies of a SQLite database: taken while it is in use, checked, and put back in its place.
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { checkWord, opens } from './check-key.ts';
import { faultOf } from './faults.ts';
import { copyPrivately, flush, keepPrivate, makePrivate } from './files.ts';
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
  try {
    removeDatabase(part);
    makePrivate(part);
    const source = new SqliteDatabase(from, { readonly: true, timeout: 10_000 });
    try {
      // One step: a copy made in several would begin again at every write meanwhile.
      await source.backup(part, { progress: () => 0x7fffffff });
    } finally {
      source.close();
    }
    const copy = new SqliteDatabase(part);
    copy.pragma('journal_mode = delete');
    copy.close();
    const facts = checkCopy(part, vault);
    flush(part);
    renameSync(part, to);
    flush(dirname(to));
    return facts;
  } catch (error) {
    // What is refused or half done holds everybody's data all the same.
    removeDatabase(part);
    const fault = faultOf(error);
    throw fault ? new CopyProblem(`Không chép được vào ${part} (${fault}); chưa có bản sao nào.`) : error;
  }
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
    if (newer.length > 0) throw newerThanThis(newer.map(String));
    const sealed = db.prepare('select value_sealed from channel_store where key = ?').pluck().get(checkWord);
    if (typeof sealed !== 'string' || !opens(vault, sealed)) throw anotherKey();
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

/** Lays a checked copy whole on the disk beside `target`, which is not touched; returns where it lies. */
export function layDown(copy: string, target: string): string {
  if (existsSync(target)) mustBeUnused(target);
  const part = `${target}.part`;
  try {
    removeDatabase(part);
    copyPrivately(copy, part);
    flush(part);
  } catch (error) {
    try {
      removeDatabase(part);
    } catch {
      // What could not be written may not be removable either; the fault below says why.
    }
    const why = faultOf(error) ?? String(error);
    throw new CopyProblem(`Không chép được bản sao vào ${part} (${why}); dữ liệu cũ vẫn nguyên.`);
  }
  return part;
}

/**
 * Puts what was laid down in the place of `target`, which is kept beside it; returns the kept file's name. At every
 * moment one of the two stands under the name of `target`: who is interrupted can begin again.
 */
export function putInPlace(part: string, target: string, stamp: string): string | undefined {
  const kept = existsSync(target) ? `${target}.truoc-${stamp}` : undefined;
  flush(part);
  if (kept) {
    keepPrivate(target);
    try {
      linkSync(target, kept);
    } catch {
      // A file system without second names.
      copyPrivately(target, kept);
    }
    // Only a damaged file still has these; they must not be taken for the new one's.
    for (const tail of tails) if (existsSync(target + tail)) renameSync(target + tail, kept + tail);
  }
  renameSync(part, target);
  flush(dirname(target));
  return kept;
}

/** The files of a database, beside the one that has its name. */
const tails = ['-wal', '-shm'];

export function removeDatabase(file: string): void {
  for (const tail of ['', ...tails, '-journal']) rmSync(file + tail, { force: true });
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

export const newerThanThis = (names: readonly string[]): CopyProblem =>
  new CopyProblem(`Bản sao do bản chương trình mới hơn ghi (${names.join(', ')}); hãy cài bản đó.`);
export const anotherKey = (): CopyProblem =>
  new CopyProblem(
    'Khóa (DATA_KEY hoặc data.key) không phải khóa của dữ liệu này; tên và số điện thoại sẽ không đọc được.',
  );
