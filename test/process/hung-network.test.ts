// Two processes on one PostgreSQL, the network of the one that polls hangs without breaking: it says so and refuses in bounded time, the other takes over, nothing lost, nothing double.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataKey } from '../support/app.ts';
import { askDatabase } from '../support/ask-database.ts';
import { type Network, networkTo } from '../support/network.ts';
import { type PostgresServer, postgresServer } from '../support/postgres.ts';
import { burst, type Running, runProgram, turnsEach } from '../support/process.ts';
import { startTelegramStub, type TelegramStub } from '../support/telegram-stub.ts';

const people = 40;
const token = '123456:TEST-token';
let server: PostgresServer;
let network: Network;
let telegram: TelegramStub;
let hung: Running;
let other: Running;

beforeAll(async () => {
  [server, telegram] = await Promise.all([postgresServer(), startTelegramStub(token)]);
  network = await networkTo(Number(new URL(server.url).port));
  const env = {
    DATA_KEY: dataKey,
    LOG_LEVEL: 'info',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
  };
  const through = new URL(`${server.url}/postgres`);
  through.port = String(network.port);
  hung = await runProgram({ ...env, DATABASE_URL: through.href });
  other = await runProgram({ ...env, DATABASE_URL: `${server.url}/postgres` });
}, 240_000);
afterAll(async () => {
  await Promise.all([hung, other].map((p) => p?.kill('SIGKILL')));
  await Promise.all([network.stop(), telegram.stop()]);
  await server.remove();
});

const ready = async (p: Running) => {
  const answer = await fetch(`http://127.0.0.1:${p.port}/ready`, { signal: AbortSignal.timeout(12_000) });
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return { status: answer.status, database: checks.database, telegram: checks.telegram };
};
const say = async (p: Running, person: string) => {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${p.port}/chat`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ id: `${person}-message-0000`, text: 'chào' }),
    headers: { cookie: `hoi_htx=${person}`, 'x-forwarded-for': person },
  });
  return { status: answer.status, ms: performance.now() - began };
};
const one = async (sql: string): Promise<number> =>
  Number((await askDatabase<{ n: string }>(`${server.url}/postgres`, sql))[0]?.n);
const answered = () => telegram.sent.map((m) => m.chat);

test('40 talks over two processes while the network of one hangs', { timeout: 120_000 }, async () => {
  expect(await ready(hung)).toMatchObject({ status: 200, telegram: 'polling' });
  let turn = 0;
  const load = burst(() => [hung, other][turn++ % 2]?.port ?? 0, people, 12);
  await expect.poll(() => one('select count(*) n from turn'), { timeout: 20_000 }).toBeGreaterThan(50);
  network.hang();
  await telegram.write(1, 'lập htx cần mấy người');
  const refused = say(hung, 'nguoi-mang-treo-00000');
  expect(await ready(hung)).toMatchObject({ status: 503, database: 'unreachable' });
  // What a process writes comes by a pipe of its own, a moment after its answer.
  await expect
    .poll(() => hung.output(), { timeout: 5000 })
    .toContain('database unreachable: what comes in is refused with 503');
  expect(await ready(other)).toMatchObject({ status: 200 });
  const { status, ms } = await refused;
  expect(status).toBe(503);
  expect(ms).toBeLessThan(18_000);
  expect(await say(other, 'nguoi-mang-treo-00000')).toMatchObject({ status: 303 });
  await expect
    .poll(async () => (await ready(other)).telegram, { timeout: 20_000, interval: 500 })
    .toBe('polling');
  await expect.poll(answered, { timeout: 10_000 }).toContain('1');

  network.goOn();
  await expect.poll(() => ready(hung), { timeout: 20_000 }).toMatchObject({ status: 200, database: 'ok' });
  await load;
  expect(await say(hung, 'nguoi-mang-treo-00000')).toMatchObject({ status: 303 });
  await telegram.write(2, 'lập htx cần mấy người');
  await expect.poll(answered, { timeout: 20_000 }).toContain('2');

  expect(await one('select count(*) n from lead')).toBe(people);
  expect(await one('select count(distinct phone_hash) n from lead')).toBe(people);
  const ofLeads = 'from turn where conversation_id in (select conversation_id from lead)';
  expect(await one(`select count(*) n ${ofLeads}`)).toBe(people * turnsEach);
  expect(
    await one(
      'select count(*) n from (select 1 from turn group by conversation_id, seq having count(*) > 1) x',
    ),
  ).toBe(0);
  expect(await one("select count(*) n from inbound where message_id like 'nguoi-mang-treo%'")).toBe(1);
  expect(answered().toSorted()).toEqual(['1', '2']);
  expect(hung.output()).toContain('database works again');
  expect(await Promise.all([hung.kill('SIGTERM'), other.kill('SIGTERM')])).toEqual([0, 0]);
});
