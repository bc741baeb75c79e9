// The real program while its disk turns read-only: it says so, refuses with 503, stops cleanly, and nothing it took is lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BreakingDisk, makeBreakingDisk } from '../support/breaking-disk.ts';
import { burst, post, type Running, runProgram, turnsEach } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-read-only-'));
const people = 20;
let disk: BreakingDisk | undefined;
let program: Running;

beforeAll(async () => {
  disk = makeBreakingDisk(folder);
  if (!disk) return console.warn('NOT TRIED HERE: a disk that turns read-only needs a loop mount of ext4');
  program = await runProgram({
    DATABASE_URL: `sqlite:${join(disk.folder, 'test.db')}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
  });
}, 240_000);
afterAll(async () => {
  await program?.kill('SIGKILL');
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const ready = async () => {
  const answer = await fetch(`http://127.0.0.1:${program.port}/ready`);
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return `${answer.status} ${checks.database}`;
};
const once = async (person: string) => {
  const answer = await fetch(`http://127.0.0.1:${program.port}/chat`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ id: `${person}-message-000000`, text: 'chào' }),
    headers: { cookie: `hoi_htx=${person}`, 'x-forwarded-for': person },
    signal: AbortSignal.timeout(5000),
  });
  return answer.status;
};
const count = (sql: string): number => {
  const db = new SqliteDatabase(join(disk?.folder ?? '', 'test.db'), { readonly: true });
  const n = Number(db.prepare(sql).pluck().get());
  db.close();
  return n;
};
const turnsOfLeads = 'select count(*) from turn where conversation_id in (select conversation_id from lead)';

test('files that may not be written for seconds, then may again', { timeout: 60_000 }, async () => {
  if (!disk) return;
  expect(await ready()).toBe('200 ok');
  const load = burst(() => program.port, people, 10);
  await expect.poll(() => count('select count(*) from turn'), { timeout: 30_000 }).toBeGreaterThan(20);
  disk.forbidWriting();
  await expect.poll(() => once('nguoi-cho-ghi-0000000')).toBe(503);
  expect(await ready()).toBe('503 disk fault');
  await new Promise((wake) => setTimeout(wake, 1500));
  expect(await ready()).toBe('503 disk fault');
  disk.allowWriting();
  expect(await once('nguoi-cho-ghi-0000000')).toBe(303);
  await load;
  expect(await ready()).toBe('200 ok');
  expect(program.output()).toContain('database works again');
  // One line for the fault, not one for each of the many that were refused.
  expect(program.output().match(/"level":50/g)).toHaveLength(1);
  expect(count('select count(*) from lead')).toBe(people);
  expect(count(turnsOfLeads)).toBe(people * turnsEach);
});

test('a disk the kernel turns read-only after an error', { timeout: 60_000 }, async () => {
  if (!disk) return;
  await program.kill('SIGTERM');
  rmSync(join(disk.folder, 'test.db'));
  await program.start();
  const load = burst(() => program.port, people, 10);
  await expect.poll(() => count('select count(*) from turn'), { timeout: 30_000 }).toBeGreaterThan(20);
  disk.turnReadOnly();
  await expect.poll(() => once('nguoi-dia-hong-000000')).toBe(503);
  expect(await ready()).toBe('503 read-only');
  expect(program.output()).toContain('database read-only: what comes in is refused with 503');
  expect((await fetch(`http://127.0.0.1:${program.port}/health`)).status).toBe(200);
  expect(await program.kill('SIGTERM')).toBe(0);

  disk.repair();
  await program.start();
  await load;
  await post(() => program.port, 'nguoi-dia-hong-000000', { id: 'nguoi-dia-hong-message', text: 'chào' });
  expect(await ready()).toBe('200 ok');
  expect(count('select count(*) from lead')).toBe(people);
  expect(count('select count(distinct phone_hash) from lead')).toBe(people);
  expect(count(turnsOfLeads)).toBe(people * turnsEach);
});
