// The real program through a full disk, a locked database and a hung network: it says so, refuses with the words kept, loses nothing and goes on by itself.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Disk, makeDisk } from '../support/disk.ts';
import { holderOf } from '../support/holder.ts';
import { burst, type Running, runProgram, turnsEach } from '../support/process.ts';
import { telegramText } from '../support/telegram-stub.ts';
import { startZaloBotStub, type ZaloBotStub } from '../support/zalo-bot-stub.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-faults-'));
const secret = 'a-long-secret';
const zaloToken = '12345689:abc-secret';
let disk: Disk;
let program: Running;
let zalo: ZaloBotStub;
/** Accepts connections and never answers. */
let silent: Server;
const held = new Set<Socket>();
const file = () => join(disk.folder, 'test.db');
const at = (path: string) => `http://127.0.0.1:${program.port}${path}`;

beforeAll(async () => {
  disk = makeDisk(join(folder, 'disk'));
  if (disk.kind !== 'tmpfs')
    console.warn(`NOT TRIED HERE: a disk that is really full needs a mount; tried instead: ${disk.kind}`);
  zalo = await startZaloBotStub(zaloToken);
  silent = createServer((socket) => {
    held.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((up) => silent.listen(0, '127.0.0.1', up));
  program = await runProgram({
    DATABASE_URL: `sqlite:${file()}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
    TELEGRAM_BOT_TOKEN: '123456:TEST-token',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    TELEGRAM_WEBHOOK_SECRET: secret,
    ZALO_BOT_TOKEN: zaloToken,
    ZALO_BOT_API_ROOT: zalo.url,
    ZALO_BOT_WEBHOOK_SECRET: secret,
  });
}, 240_000);
afterAll(async () => {
  await program.kill('SIGKILL');
  await zalo.stop();
  for (const socket of held) socket.destroy();
  silent.close();
  disk.remove();
  rmSync(folder, { recursive: true, force: true });
});

let person = 0;
const say = (text: string, id: string, who = `nguoi-${String(person).padStart(20, '0')}`) =>
  fetch(at('/chat'), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ id: id.padEnd(20, '0'), text }),
    headers: { cookie: `hoi_htx=${who}`, 'x-forwarded-for': who },
  });
const ready = async () => {
  const answer = await fetch(at('/ready'));
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return `${answer.status} ${checks.database}`;
};
const count = (sql: string): number => {
  const db = new SqliteDatabase(file(), { readonly: true });
  const n = Number(db.prepare(sql).pluck().get());
  db.close();
  return n;
};

test('a full disk, and space again', { timeout: 120_000 }, async () => {
  if (disk.kind === 'none') return expect(disk.kind, 'neither mount nor prlimit: not tried').toBe('none');
  expect(await ready()).toBe('200 ok');
  const load = burst(() => program.port, 30, 10);
  await expect.poll(() => count('select count(*) from turn'), { timeout: 30_000 }).toBeGreaterThan(20);
  disk.fill(program.pid());
  let refused: Response | undefined;
  await expect
    .poll(
      async () => {
        refused = await say('tôi muốn vay vốn <b>', `day-${person++}`);
        return refused.status;
      },
      { timeout: 30_000 },
    )
    .toBe(503);
  const page = (await refused?.text()) ?? '';
  expect(page).toContain('Máy đang gặp trục trặc');
  expect(page).toContain('>tôi muốn vay vốn &lt;b&gt;</textarea>');
  expect(page).toContain(`value="${`day-${person - 1}`.padEnd(20, '0')}"`);
  await expect.poll(ready, { timeout: 20_000 }).toBe(`503 ${disk.fault}`);
  expect((await fetch(at('/health'))).status).toBe(200);
  expect(program.output()).toContain(`database ${disk.fault}: what comes in is refused with 503`);

  disk.free(program.pid());
  await load;
  await expect.poll(ready, { timeout: 30_000 }).toBe('200 ok');
  expect(program.output()).toContain('database works again');
  expect(count('select count(distinct phone_hash) from lead')).toBe(30);
  expect(count('select count(*) from lead')).toBe(30);
  const talked = 'conversation_id in (select conversation_id from lead)';
  expect(count(`select count(*) from turn where ${talked}`)).toBe(30 * turnsEach);
});

test('a database another program holds for seconds: the process stays awake, waits, then refuses', {
  timeout: 60_000,
}, async () => {
  using other = holderOf(file());
  other.hold();
  const short = say('chào', 'khoa-ngan', 'nguoi-khoa-ngan-00000');
  await new Promise((wake) => setTimeout(wake, 500));
  expect((await fetch(at('/health'), { signal: AbortSignal.timeout(4000) })).status).toBe(200);
  other.letGo();
  expect((await short).status).toBe(303);

  other.hold();
  const refused = await say('chào', 'khoa-dai', 'nguoi-khoa-dai-000000');
  expect(refused.status).toBe(503);
  expect(await ready()).toBe('503 locked by another program');
  other.letGo();
  expect((await say('chào', 'khoa-dai', 'nguoi-khoa-dai-000000')).status).toBe(303);
  await expect.poll(ready).toBe('200 ok');
  expect(count("select count(*) from inbound where message_id like 'khoa-%'")).toBe(2);
});

test('an API that accepts and never answers holds up neither people nor other channels', {
  timeout: 60_000,
}, async () => {
  for (let i = 0; i < 30; i++) {
    const answer = await fetch(at('/webhook/telegram'), {
      method: 'POST',
      body: JSON.stringify(telegramText(100 + i, 1000 + i, 'chào')),
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    });
    expect(answer.status).toBe(200);
  }
  await expect.poll(() => held.size).toBeGreaterThan(10);
  zalo.webhook = { url: at('/webhook/zalo-bot'), secret };
  expect(await zalo.write('z1', 'lap htx can may nguoi')).toBe(200);
  await expect.poll(() => zalo.sent.map((m) => m.chat), { timeout: 40_000 }).toContain('z1');
  expect((await say('chào', 'treo', 'nguoi-mang-treo-00000')).status).toBe(303);
  expect(await ready()).toBe('200 ok');
  expect(
    count("select count(*) from outbox where channel = 'telegram' and status = 'pending'"),
  ).toBeGreaterThanOrEqual(30);
  // A signal to stop does not wait for the hung sends.
  expect(await program.kill('SIGTERM')).toBe(0);
});
