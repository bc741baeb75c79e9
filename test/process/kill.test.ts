// kill -9 in the middle of 300 people registering over HTTP, restarted: no lead lost, none double, every talk goes on.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { burst, post, type Running, runProgram, turnsEach } from '../support/process.ts';

const people = 300;
let folder: string;
let file: string;
let program: Running;

// Each test its own: what one leaves half-way is nothing to the other.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hoi-htx-kill-'));
  file = join(folder, 'test.db');
  program = await runProgram({ DATABASE_URL: `sqlite:${file}`, DATA_DIR: folder });
}, 240_000);
afterEach(async () => {
  await program.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('300 talks, three kills', { timeout: 120_000 }, async () => {
  let over = false;
  let kills = 0;
  const killer = (async () => {
    for (const wait of [700, 900, 1100]) {
      await new Promise((wake) => setTimeout(wake, wait));
      if (over) return;
      await program.kill('SIGKILL');
      kills++;
      await program.start();
    }
  })();
  await burst(() => program.port, people, 60);
  over = true;
  await killer;
  expect(kills).toBeGreaterThan(0);
  await program.kill('SIGTERM');

  const db = new SqliteDatabase(file, { readonly: true });
  const one = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
  expect(one('select count(*) n from lead')).toBe(people);
  expect(one('select count(distinct phone_hash) n from lead')).toBe(people);
  expect(one('select count(*) n from turn')).toBe(people * turnsEach);
  expect(
    one('select count(*) n from (select conversation_id, seq from turn group by 1, 2 having count(*) > 1)'),
  ).toBe(0);
  db.close();
});

test('after erasing, no byte of the database holds the name or the number', { timeout: 60_000 }, async () => {
  const say = (text: string, n: number) =>
    post(() => program.port, 'planted-person-000001', {
      id: `erase-test-message-${String(n).padStart(4, '0')}`,
      ...(text.startsWith('!') ? { choose: text.slice(1) } : { text }),
    });
  const talk = [
    'đăng ký lập nhóm',
    'tht',
    'phường Yên Bái',
    'nấm mối đen',
    '4',
    'đồng ý',
    'Khuất Quế Lâm',
    '0399887766',
    'gà gáy',
    '!register:send',
    'xóa hết thông tin của tôi',
    '!data:erase',
  ];
  const planted = ['Khuất Quế Lâm', 'khuat que lam', '399887766', '0399 887 766', 'nấm mối đen', 'gà gáy'];
  const found = (): string[] => {
    const bytes = Buffer.concat(
      readdirSync(folder)
        .filter((f) => f.startsWith('test.db'))
        .map((f) => readFileSync(join(folder, f))),
    );
    return planted.filter((p) => bytes.includes(Buffer.from(p)));
  };
  for (const [n, text] of talk.slice(0, -2).entries()) await say(text, n);
  // Trade and time stand in the clear until then; name and number never did.
  expect(found()).toEqual(['nấm mối đen', 'gà gáy']);
  for (const [n, text] of talk.slice(-2).entries()) await say(text, 100 + n);
  await program.kill('SIGTERM');
  expect(found()).toEqual([]);
});
