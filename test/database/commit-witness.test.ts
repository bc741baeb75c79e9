// A commit that the disk may not have kept is refused, and nothing is read from it, till the file system's journal works.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { makeCommitWitness } from '../../src/database/commit-witness.ts';
import { faultOf } from '../../src/database/faults.ts';
import { sqliteDialect } from '../../src/database/sqlite.ts';
import { makeBreakingDisk } from '../support/breaking-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-witness-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Tables = { t: { n: number } };

test('a commit not confirmed is a fault, and so is reading, till it is', async () => {
  let journal: 'works' | 'given up' = 'works';
  const confirm = (): void => {
    if (journal === 'given up') throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
  };
  const file = join(folder, 'refused.db');
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(file, { confirm, assertTrusted: confirm, close: () => undefined }),
  });
  const fault = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'saved',
      (error) => faultOf(error),
    );
  const count = (): Promise<unknown> => fault(db.selectFrom('t').select('n').execute());
  await sql`create table t (n integer)`.execute(db);

  const ways: [string, () => Promise<unknown>][] = [
    [
      'a transaction',
      () => db.transaction().execute((trx) => trx.insertInto('t').values({ n: 1 }).execute()),
    ],
    ['one statement', () => db.insertInto('t').values({ n: 2 }).execute()],
    ['one that returns rows', () => db.insertInto('t').values({ n: 3 }).returning('n').execute()],
  ];
  for (const [name, write] of ways) {
    journal = 'works';
    expect([name, await fault(write())]).toEqual([name, 'saved']);
    expect(await count()).toBe('saved');
    journal = 'given up';
    expect([name, await fault(write())]).toEqual([name, 'read-only']);
    expect([name, await count()]).toEqual([name, 'read-only']);
  }
  await db.destroy();
});

test('the witness leaves no file, and works for as long as the disk', () => {
  const witness = makeCommitWitness(join(folder, 'none.db'));
  for (let i = 0; i < 10_000; i++) witness.confirm();
  witness.assertTrusted();
  expect(readdirSync(folder).filter((f) => f.startsWith('none'))).toEqual([]);
  witness.close();
});

test('the witness of a disk that the kernel turned read-only', () => {
  const base = mkdtempSync(join(tmpdir(), 'hoi-htx-witness-disk-'));
  const disk = makeBreakingDisk(base);
  if (!disk) return console.warn('NOT TRIED HERE: a disk that turns read-only needs a loop mount of ext4');
  try {
    const witness = makeCommitWitness(join(disk.folder, 'test.db'));
    witness.confirm();
    disk.turnReadOnly();
    const thrown = (): unknown => {
      try {
        return witness.confirm();
      } catch (error) {
        return faultOf(error);
      }
    };
    expect(['read-only', 'disk fault']).toContain(thrown());
    expect(() => witness.assertTrusted()).toThrow();
    witness.close();
    disk.repair();
  } finally {
    disk.remove();
    rmSync(base, { recursive: true, force: true });
  }
});
