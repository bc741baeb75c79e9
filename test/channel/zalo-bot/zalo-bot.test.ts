// Zalo Bot through the whole app against a stand-in with the documented limits: polling, webhook, journal, errors, other people's content.
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeChannelStore } from '../../../src/channel/store.ts';
import { zaloBotApi } from '../../../src/channel/zalo-bot/api.ts';
import { judge } from '../../../src/channel/zalo-bot/errors.ts';
import { readUpdate } from '../../../src/channel/zalo-bot/read.ts';
import { type Kind, openDatabase } from '../../../src/database/open.ts';
import { makeVault } from '../../../src/database/vault.ts';
import { dataKey, startTestApp, type TestApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/databases.ts';
import { freePort } from '../../support/free-port.ts';
import { startStubServer } from '../../support/stub-server.ts';
import { startZaloBotStub, textUpdate, type ZaloBotStub } from '../../support/zalo-bot-stub.ts';

const token = '12345689:abc-secret';
let stub: ZaloBotStub;
let app: TestApp;
let port: number;
const start = async (env: Record<string, string> = {}, kind: Kind = 'sqlite'): Promise<void> => {
  const zalo = { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: stub.url };
  app = await startTestApp(kind, { PORT: String(port), ...zalo, ...env });
};
beforeEach(async () => {
  port = await freePort();
  stub = await startZaloBotStub(token, {
    reach: (url) => url.replace('https://hoi-htx.example', `http://127.0.0.1:${port}`),
  });
});
afterEach(async () => {
  await app?.close();
  await stub.stop();
});
const answered = (n: number) =>
  expect.poll(() => stub.sent.length, { timeout: 8000 }).toBeGreaterThanOrEqual(n);

test('polling: a question is answered in plain text, choices numbered, a number chooses', async () => {
  await start();
  await stub.write('u1', 'lap htx can may nguoi');
  await answered(1);
  expect(stub.sent[0]?.text).toContain('05 thành viên chính thức');
  expect(stub.sent[0]?.text).toMatch(/1\. Xem câu chữ văn bản\n2\. /);
  await stub.write('u1', '1');
  await answered(2);
  expect(stub.sent.at(-1)?.text).toContain('“');
});

test('consent must be typed in words; a number is no clear act', async () => {
  await start();
  for (const text of ['đăng ký lập nhóm', 'tổ hợp tác', 'phường Văn Phú', 'chè', '4', '1'])
    await stub.write('u2', text);
  await answered(6);
  expect(stub.sent.at(-2)?.text).toContain('(hoặc nhắn: đồng ý, không đồng ý)');
  expect(await app.db.selectFrom('lead').select('id').execute()).toEqual([]);
  for (const text of ['đồng ý', 'Chị Lan', '0912345678', 'tối', 'gửi đi']) await stub.write('u2', text);
  await answered(11);
  const [lead] = await app.db.selectFrom('lead').selectAll().execute();
  expect(lead).toMatchObject({ consent_channel: 'zalo-bot', members: 4 });
});

describe('webhook', () => {
  beforeEach(async () => {
    await start({ ZALO_BOT_WEBHOOK_SECRET: 'a-long-secret', PUBLIC_URL: 'https://hoi-htx.example' });
    await expect.poll(() => stub.calls.length).toBe(1);
  });
  test('is set with its secret, and the empty body Zalo tries it with is welcome', async () => {
    expect(stub.webhook).toEqual({
      url: 'https://hoi-htx.example/webhook/zalo-bot',
      secret: 'a-long-secret',
    });
    expect(stub.calls[0]?.answer).toMatchObject({ result: { verification: { ok: true, status_code: 200 } } });
    await expect
      .poll(async () => (await app.http.request('/ready')).text())
      .toContain('"zalo-bot":"webhook"');
  });
  test('both body shapes are read, a repeat is dropped', async () => {
    const update = textUpdate('u3', 'tht can may nguoi', 'x1');
    expect(await stub.push(update)).toBe(200);
    expect(await stub.push(update, { bare: true })).toBe(200);
    await answered(1);
    await new Promise((done) => setTimeout(done, 200));
    expect(stub.sent).toHaveLength(1);
  });
  test('a wrong secret and a body that is no update are refused', async () => {
    expect(await stub.push(textUpdate('u4', 'x', 'x2'), { secret: 'not-the-secret' })).toBe(401);
    expect(await stub.push({ nothing: true }, { bare: true })).toBe(400);
    expect(stub.sent).toEqual([]);
  });
});

test('a webhook that Zalo cannot reach is told in /ready', async () => {
  await start({ ZALO_BOT_WEBHOOK_SECRET: 'a-long-secret', PUBLIC_URL: 'https://127.0.0.2' });
  await expect.poll(async () => (await app.http.request('/ready')).text()).toContain('url must be public');
});

describe('when Zalo is ill', () => {
  test('errors with status 200, HTML instead of JSON, 429: tried again, sent once, in order', async () => {
    await start();
    // The clock goes on fast: whether the poll or the send met the error, what waits is tried again soon.
    const sentInTime = (n: number) =>
      expect
        .poll(
          () => {
            app.setNow(new Date(Date.parse('2026-11-23T03:00:00Z') + performance.now() * 20).toISOString());
            return stub.sent.length;
          },
          { timeout: 12_000 },
        )
        .toBe(n);
    stub.failNext.push({ code: 500 });
    await stub.write('u5', 'htx cần mấy người');
    await sentInTime(1);
    stub.failNext.push({ code: 0, html: true });
    await stub.write('u5', 'cảm ơn');
    await sentInTime(2);
    expect(stub.sent.map((s) => s.text.slice(0, 12))).toEqual([
      expect.stringContaining('Hợp tác xã'),
      expect.any(String),
    ]);
  });
  test('what a crash left in the journal is handled at the next start, once', async () => {
    await start();
    const store = makeChannelStore(app.db, app.vault, () => new Date());
    const left = textUpdate('u6', 'htx cần mấy người', 'left-1');
    await stub.write('u6', 'chào');
    await answered(1);
    await store.put('zalo-bot.in.2026.000001', JSON.stringify(left));
    await store.put('zalo-bot.in.2026.000002', JSON.stringify(left));
    await answered(2);
    await expect.poll(async () => (await store.list('zalo-bot.in.')).length).toBe(0);
    expect(stub.sent.filter((s) => s.text.includes('05 thành viên'))).toHaveLength(1);
  });
  test('the used-up plan is told in /ready, and what waits is sent when it is renewed', async () => {
    await start();
    stub.plan.messages = 0;
    await stub.write('u8', 'chào');
    await expect.poll(async () => (await app.http.request('/ready')).text()).toContain('Quota exceeded');
    stub.plan.messages = 10;
    app.setNow('2026-11-23T03:16:00Z');
    await answered(1);
    await expect.poll(async () => (await app.http.request('/ready')).text()).not.toContain('Quota exceeded');
  });
  test('the token stands in no state', async () => {
    await start({ ZALO_BOT_API_ROOT: 'http://127.0.0.1:9' });
    await expect.poll(async () => (await app.http.request('/ready')).text()).toContain('zalo unreachable');
    expect(await (await app.http.request('/ready')).text()).not.toContain('abc-secret');
  });
});

test('one machine: what a process that was killed left of its turn keeps the next from nothing', async () => {
  const fresh = await freshDatabase('sqlite');
  onTestFinished(fresh.remove);
  const { db, close } = await openDatabase(fresh.url);
  const vault = makeVault(Buffer.from(dataKey, 'base64'));
  const killed = makeChannelStore(db, vault, () => new Date('2026-11-23T02:59:58Z'));
  await killed.lease('zalo-bot.poller', 'killed', 120_000);
  await close();
  app = await startTestApp('sqlite', { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: stub.url }, fresh);
  await expect.poll(() => stub.polls).toBeGreaterThan(0);
});

test('two processes: one polls', async () => {
  await start({}, 'postgres');
  const second = await startTestApp(
    'postgres',
    { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: stub.url },
    app.fresh,
  );
  await stub.write('u7', 'chào');
  await answered(1);
  await new Promise((done) => setTimeout(done, 700));
  expect(stub.pollersAtOnce).toBe(1);
  await second.close();
});

test.each([
  [
    'a sticker',
    {
      event_name: 'message.sticker.received',
      message: { chat: { id: '1', chat_type: 'PRIVATE' }, message_id: 'a' },
    },
    'unsupported',
  ],
  [
    'a photo with words',
    {
      event_name: 'message.image.received',
      message: { chat: { id: '1', chat_type: 'PRIVATE' }, message_id: 'a', caption: 'giấy này nộp đâu' },
    },
    'text',
  ],
])('%s is taken kindly', (_, update, kind) => {
  const read = readUpdate(update);
  expect(read?.kind === 'inbound' && read.inbound.said.kind).toBe(kind);
});
test.each([
  [
    'a group',
    {
      event_name: 'message.text.received',
      message: { chat: { id: '1', chat_type: 'GROUP' }, message_id: 'a', text: 'x' },
    },
  ],
  [
    'a bot',
    {
      event_name: 'message.text.received',
      message: { chat: { id: '1' }, from: { is_bot: true }, message_id: 'a', text: 'x' },
    },
  ],
  [
    'an id that is none',
    { event_name: 'message.text.received', message: { chat: { id: '1\u0000' }, message_id: 'a', text: 'x' } },
  ],
  ['an unknown event', { event_name: 'message.reaction.received', message: {} }],
  ['unsupported without a message', { event_name: 'message.unsupported.received' }],
])('%s is ignored', (_, update) => expect(readUpdate(update)?.kind).toBe('ignore'));
test.each([[{}], [[]], ['x'], [null], [{ ok: true }]])('%j is no update', (body) =>
  expect(readUpdate(body)).toBeUndefined(),
);
test.each([
  [400, 'failed'],
  [404, 'failed'],
  [401, 'later'],
  [403, 'later'],
  [429, 'later'],
  [0, 'later'],
])('error %i is %s', (code, kind) =>
  expect(judge({ ok: false, code, description: '' }).sent.kind).toBe(kind),
);

test.each([400, 404, 502])(
  "a gateway's page with status %i is an outage, not a message that never works",
  async (status) => {
    const gateway = await startStubServer(async () => ({ status, html: '<html>nginx' }));
    const answer = await zaloBotApi(gateway.url, token)('sendMessage', {});
    expect(answer).toMatchObject({ ok: false, code: 0 });
    expect(judge(answer)).toMatchObject({ sent: { kind: 'later' }, state: { what: 'unreachable' } });
    await gateway.stop();
  },
);
