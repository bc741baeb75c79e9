// kill -9 in the middle of 300 people registering over HTTP, restarted: no lead lost, none double, every talk goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-kill-'));
const file = join(folder, 'test.db');
const people = 300;
const lines = [
  'đăng ký lập nhóm',
  'tht',
  'phường Yên Bái',
  'chè',
  '4',
  'đồng ý',
  'NAME',
  'PHONE',
  'tối',
  'gửi đi',
];
let port: number;
let child: ChildProcess;

async function start(): Promise<void> {
  child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: `sqlite:${file}`,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    },
  });
  for (let i = 0; i < 200; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/health`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the app did not start');
}

beforeAll(async () => {
  port = await new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => done(typeof at === 'object' && at ? at.port : 0));
    });
  });
  await start();
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** One person's whole talk; a message without an answer is sent again with the same id until it has one, as a browser or platform would. */
async function register(i: number): Promise<number> {
  let repeats = 0;
  for (const [n, line] of lines.entries()) {
    const text =
      line === 'NAME'
        ? `Người Số ${'ABCDEFGHIJ'[i % 10]}`
        : line === 'PHONE'
          ? `09${String(10_000_000 + i)}`
          : line;
    const body = new URLSearchParams({
      id: `kill-test-${String(i).padStart(4, '0')}-${String(n).padStart(4, '0')}`,
      text,
    });
    for (;;) {
      const sent = await fetch(`http://127.0.0.1:${port}/chat`, {
        method: 'POST',
        redirect: 'manual',
        body,
        headers: {
          cookie: `hoi_htx=person-${String(i).padStart(16, '0')}`,
          'x-forwarded-for': `10.0.${i >> 8}.${i & 255}`,
        },
      }).then(
        (r) => r.status,
        () => 0,
      );
      if (sent === 303) break;
      repeats++;
      await new Promise((wake) => setTimeout(wake, sent === 429 ? 300 : 50));
    }
  }
  return repeats;
}

test('300 talks, three kills', { timeout: 120_000 }, async () => {
  let over = false;
  let kills = 0;
  const killer = (async () => {
    for (const wait of [700, 900, 1100]) {
      await new Promise((wake) => setTimeout(wake, wait));
      if (over) return;
      child.kill('SIGKILL');
      kills++;
      await start();
    }
  })();
  const queue = Array.from({ length: people }, (_, i) => i);
  const workers = Array.from({ length: 60 }, async () => {
    for (let i = queue.shift(); i !== undefined; i = queue.shift()) await register(i);
  });
  await Promise.all(workers);
  over = true;
  await killer;
  expect(kills).toBeGreaterThan(0);
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));

  const db = new SqliteDatabase(file, { readonly: true });
  const one = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
  expect(one('select count(*) n from lead')).toBe(people);
  expect(one('select count(distinct phone_hash) n from lead')).toBe(people);
  expect(one('select count(*) n from turn')).toBe(people * lines.length);
  expect(
    one('select count(*) n from (select conversation_id, seq from turn group by 1, 2 having count(*) > 1)'),
  ).toBe(0);
  db.close();
});

test('after erasing, no byte of the database holds the name or the number', { timeout: 60_000 }, async () => {
  await start();
  const say = async (text: string, n: number): Promise<void> => {
    const body = new URLSearchParams({
      id: `erase-test-message-${String(n).padStart(4, '0')}`,
      ...(text.startsWith('!') ? { choose: text.slice(1) } : { text }),
    });
    await fetch(`http://127.0.0.1:${port}/chat`, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: { cookie: 'hoi_htx=planted-person-000001' },
    });
  };
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
  // Ward, trade and time stand in the clear until then; name and number never did.
  expect(found()).toEqual(['nấm mối đen', 'gà gáy']);
  for (const [n, text] of talk.slice(-2).entries()) await say(text, 100 + n);
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
  expect(found()).toEqual([]);
});
