// Three processes on one PostgreSQL behind a balancer: the one that polls killed, connections cut, one stopped by signal, PostgreSQL itself restarted; nothing lost, nothing double, order kept.
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataKey } from '../support/app.ts';
import { askDatabase } from '../support/ask-database.ts';
import { type PostgresServer, postgresServer } from '../support/postgres.ts';
import { burst, type Running, runProgram, turnsEach } from '../support/process.ts';
import { startTelegramStub, type TelegramStub } from '../support/telegram-stub.ts';

const people = 120;
const token = '123456:TEST-token';
let server: PostgresServer;
let telegram: TelegramStub;
let programs: Running[];

beforeAll(async () => {
  [server, telegram] = await Promise.all([postgresServer(), startTelegramStub(token)]);
  const env = {
    DATABASE_URL: `${server.url}/postgres`,
    DATA_KEY: dataKey,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
  };
  const first = await runProgram(env);
  programs = [first, ...(await Promise.all([runProgram(env), runProgram(env)]))];
}, 240_000);
afterAll(async () => {
  await Promise.all(programs.map((p) => p.kill('SIGKILL')));
  await telegram.stop();
  await server.remove();
});

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
const ready = async (p: Running | undefined) => {
  const answer = await fetch(`http://127.0.0.1:${p?.port}/ready`);
  return {
    status: answer.status,
    checks: ((await answer.json()) as { checks: Record<string, string> }).checks,
  };
};
const ask = <T extends pg.QueryResultRow>(sql: string) => askDatabase<T>(`${server.url}/postgres`, sql);
const one = async (sql: string): Promise<number> => Number((await ask<{ n: string }>(sql))[0]?.n);

test('120 talks over three processes through four kinds of trouble', { timeout: 300_000 }, async () => {
  const standing = async () => (await Promise.all(programs.map(ready))).map((s) => s.checks.telegram);
  // A process listens a moment before it has asked whose turn it is.
  await expect
    .poll(async () => (await standing()).toSorted(), { timeout: 20_000 })
    .toEqual(['another process polls', 'another process polls', 'polling']);
  const polling = (await standing()).indexOf('polling');
  const [poller, other, third] = [0, 1, 2].map((i) => programs[(polling + i) % 3] as Running) as [
    Running,
    Running,
    Running,
  ];
  const asks = async (from: number) => {
    for (let chat = from; chat < from + 5; chat++) await telegram.write(chat, 'lập htx cần mấy người');
  };
  const answered = () => new Set(telegram.sent.map((m) => m.chat)).size;

  let turn = 0;
  const trouble = (async () => {
    await asks(100);
    await expect.poll(answered, { timeout: 60_000 }).toBe(5);
    // What was sent and not yet noted down when a process dies goes out once more; here nothing is on its way.
    await expect
      .poll(() => one("select count(*) n from outbox where channel = 'telegram' and status = 'pending'"), {
        timeout: 60_000,
      })
      .toBe(0);
    await poller.kill('SIGKILL');
    await asks(200);
    await wait(500);
    await ask(
      'select pg_terminate_backend(pid) from pg_stat_activity where backend_type = $$client backend$$ and pid <> pg_backend_pid()',
    );
    await poller.start();
    expect(await third.kill('SIGTERM')).toBe(0);
    await server.stop();
    expect((await ready(other)).status).toBe(503);
    await wait(500);
    await server.start();
    await third.start();
  })();
  const load = burst(() => programs[turn++ % 3]?.port ?? 0, people, 24);
  const [repeats] = await Promise.all([load, trouble]);
  for (const p of programs)
    await expect.poll(async () => (await ready(p)).status, { timeout: 30_000 }).toBe(200);
  expect(repeats).toBeGreaterThan(0);

  expect(await one('select count(*) n from lead')).toBe(people);
  expect(await one('select count(distinct phone_hash) n from lead')).toBe(people);
  const web =
    "from turn join conversation c on c.id = conversation_id join identity i on i.id = identity_id where channel = 'web'";
  expect(await one(`select count(*) n ${web}`)).toBe(people * turnsEach);
  expect(
    await one(
      'select count(*) n from (select conversation_id, seq from turn group by 1, 2 having count(*) > 1) x',
    ),
  ).toBe(0);
  // Each talk went through its steps in the order they were said.
  const rows = await ask<{ said: string[] }>(
    `select array_agg(said order by seq) said ${web} group by conversation_id`,
  );
  expect(new Set(rows.map((r) => r.said.join('|'))).size).toBe(1);
  expect(rows[0]?.said.slice(-4)).toEqual(['[tên]', '[số]', 'tối', 'gửi đi']);

  // Another process took over the polling: every question was answered, none twice.
  await expect.poll(answered, { timeout: 60_000 }).toBe(10);
  await wait(300);
  const answers = telegram.sent.map((m) => `${m.chat} ${m.text}`);
  expect(new Set(answers).size).toBe(answers.length);
});

test('a member of staff signs in at one process and works at another', async () => {
  const link = programs[0]?.output();
  const path = /\/can-bo\/moi\/[A-Za-z0-9_-]+/.exec(link ?? '')?.[0] ?? '';
  const at = (i: number, where: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${programs[i]?.port}${where}`, { redirect: 'manual', ...init });
  const made = await at(0, path, {
    method: 'POST',
    body: new URLSearchParams({
      login: 'quan.tri',
      name: 'Quản trị',
      password: 'mat khau dai 1',
      again: 'mat khau dai 1',
    }),
  });
  const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect((await at(2, '/can-bo', { headers: { cookie } })).status).toBe(200);
});
