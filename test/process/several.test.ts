// Three processes on one PostgreSQL behind a balancer: one killed in the middle, its connections cut; nothing lost, nothing double, order kept.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataKey } from '../support/app.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { burst, type Running, runProgram, turnsEach } from '../support/process.ts';

const people = 120;
let fresh: Fresh;
let programs: Running[];
let db: pg.Client;

beforeAll(async () => {
  fresh = await freshDatabase('postgres');
  const env = { DATABASE_URL: fresh.url, DATA_KEY: dataKey, DATA_DIR: fresh.folder };
  const first = await runProgram(env);
  programs = [first, ...(await Promise.all([runProgram(env), runProgram(env)]))];
  db = new pg.Client({ connectionString: fresh.url });
  db.on('error', () => undefined);
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await Promise.all(programs.map((p) => p.kill('SIGKILL')));
  await fresh.remove();
});

test('120 talks over three processes, one killed, connections cut', { timeout: 180_000 }, async () => {
  let turn = 0;
  const trouble = (async () => {
    await new Promise((wake) => setTimeout(wake, 1500));
    await programs[1]?.kill('SIGKILL');
    await new Promise((wake) => setTimeout(wake, 800));
    await db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await programs[1]?.start();
  })();
  const repeats = await burst(() => programs[turn++ % 3]?.port ?? 0, people, 24);
  await trouble;
  // Only the one that was killed had to be started again.
  for (const p of programs) expect((await fetch(`http://127.0.0.1:${p.port}/ready`)).status).toBe(200);
  expect(repeats).toBeGreaterThan(0);
  const one = async (sql: string): Promise<number> => Number((await db.query<{ n: string }>(sql)).rows[0]?.n);
  expect(await one('select count(*) n from lead')).toBe(people);
  expect(await one('select count(distinct phone_hash) n from lead')).toBe(people);
  expect(await one('select count(*) n from turn')).toBe(people * turnsEach);
  expect(
    await one(
      'select count(*) n from (select conversation_id, seq from turn group by 1, 2 having count(*) > 1) x',
    ),
  ).toBe(0);
  // Each talk went through its steps in the order they were said.
  const { rows } = await db.query<{ said: string[] }>(
    'select array_agg(said order by seq) said from turn group by conversation_id',
  );
  expect(new Set(rows.map((r) => r.said.join('|'))).size).toBe(1);
  expect(rows[0]?.said.slice(-4)).toEqual(['[tên]', '[số]', 'tối', 'gửi đi']);
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
