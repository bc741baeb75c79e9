// A copy taken in the middle of a burst, put back elsewhere and started: every lead committed before it began is there and readable.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webAddress } from '../../src/channel/web/address.ts';
import { keyFile, loadKey, makeVault } from '../../src/database/vault.ts';
import { command } from '../support/command.ts';
import { burst, personName, post, type Running, runProgram } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-backup-'));
const place = (name: string) => {
  const DATA_DIR = join(folder, name);
  return { DATA_DIR, DATABASE_URL: `sqlite:${join(DATA_DIR, 'test.db')}` };
};
const live = place('live');
const copy = join(folder, 'copy.db');
let program: Running;

function listed(file: string, query: string): string[] {
  const db = new SqliteDatabase(file, { readonly: true });
  const found = db.prepare(query).pluck().all().map(String);
  db.close();
  return found;
}
const codes = (file: string): string[] => listed(file, 'select code from lead');
/** Of those whose leads stand there: who is among the first in a copy taken under load differs from run to run. */
const addresses = (file: string): string[] =>
  listed(file, 'select address from identity join lead on identity.id = identity_id');

beforeAll(async () => {
  program = await runProgram(live);
}, 240_000);
afterAll(async () => {
  await program?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('taken under load, put back in a new folder, started', { timeout: 120_000 }, async () => {
  let over = false;
  const load = burst(() => program.port, 150, 30).finally(() => {
    over = true;
  });
  const file = join(live.DATA_DIR, 'test.db');
  await expect.poll(() => codes(file).length, { timeout: 60_000, interval: 50 }).toBeGreaterThan(10);
  const before = codes(file);
  const taken = await command('src/cli/backup.ts', copy, live);
  expect(taken).toMatchObject({ code: 0, output: expect.stringContaining('KHÔNG chứa khóa') });
  expect(over).toBe(false);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  await load;
  expect(new Set(codes(file)).size).toBe(150);

  const fresh = place('fresh');
  expect((await command('src/cli/restore.ts', copy, fresh)).output).toContain('Hãy đặt khóa');
  rmSync(fresh.DATA_DIR, { recursive: true, force: true });
  const restored = await runRestored(fresh);
  const vault = makeVault(loadKey(undefined, fresh.DATA_DIR));
  const db = new SqliteDatabase(join(fresh.DATA_DIR, 'test.db'), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('select code from lead').pluck().all()).toEqual(expect.arrayContaining(before));
  const names = db.prepare('select name_sealed from lead').pluck().all().map(String);
  expect(names.every((n) => /^Trần Văn [A-J]$/.test(vault.unseal(n)))).toBe(true);
  db.close();
  expect((await fetch(`http://127.0.0.1:${restored.port}/ready`)).status).toBe(200);
  await restored.kill('SIGTERM');
});

async function runRestored(at: ReturnType<typeof place>): Promise<Running> {
  mkdirSync(at.DATA_DIR);
  copyFileSync(keyFile(live.DATA_DIR), keyFile(at.DATA_DIR));
  expect(await command('src/cli/restore.ts', copy, at)).toMatchObject({ code: 0 });
  return runProgram(at);
}

test('what must not be put back is refused, and nothing is changed', { timeout: 60_000 }, async () => {
  const file = join(live.DATA_DIR, 'test.db');
  const leads = codes(file).length;
  const refused = async (from: string, env: Record<string, string>, why: string) =>
    expect(await command('src/cli/restore.ts', from, { ...live, ...env })).toMatchObject({
      code: 1,
      output: expect.stringContaining(why),
    });
  await refused(copy, {}, 'đang chạy');
  await refused(copy, { DATA_KEY: 'another phrase, long enough' }, 'không phải khóa');
  const broken = join(folder, 'broken.db');
  writeFileSync(broken, Buffer.alloc(20_000, 1));
  await refused(broken, {}, 'không đọc được');
  await refused(join(folder, 'none.db'), {}, 'Không có tệp');
  expect(codes(file)).toHaveLength(leads);
});

test('who asked to be erased after the copy is erased again', { timeout: 60_000 }, async () => {
  const vault = makeVault(loadKey(undefined, live.DATA_DIR));
  const address = (person: string): string => webAddress(vault, person);
  const copied = new Set(addresses(copy));
  const person = Array.from({ length: 150 }, (_, i) => personName(i)).find((p) => copied.has(address(p)));
  if (person === undefined) throw new Error('the copy holds none of those who registered');
  const say = (id: string, message: { text?: string; choose?: string }) =>
    post(() => program.port, person, { id: `erase-${id}-000000000000`, ...message });
  await say('a', { text: 'xóa hết thông tin của tôi' });
  await say('b', { choose: 'data:erase' });
  await program.kill('SIGTERM');
  const back = await command('src/cli/restore.ts', copy, live);
  expect(back).toMatchObject({ code: 0, output: expect.stringContaining('Xóa lại 1 người') });
  const db = new SqliteDatabase(join(live.DATA_DIR, 'test.db'), { readonly: true });
  const kept = db
    .prepare(
      'select name_sealed, phone_sealed from lead join identity on identity.id = identity_id where address = ?',
    )
    .get(address(person));
  expect(kept).toMatchObject({ name_sealed: null, phone_sealed: null });
  db.close();
});
