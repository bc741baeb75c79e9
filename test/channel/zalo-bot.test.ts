// Zalo Bot through the whole app against a stand-in with the documented limits: polling, webhook, journal, errors, other people's content.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeChannelStore } from '../../src/channel/store.ts';
import { readUpdate } from '../../src/channel/zalo-bot/read.ts';
import { judge } from '../../src/channel/zalo-bot/send.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startZaloBotStub, textUpdate, type ZaloBotStub } from '../support/zalo-bot-stub.ts';

const token = '12345689:abc-secret';
let stub: ZaloBotStub;
let app: TestApp;
const start = async (env: Record<string, string> = {}): Promise<void> => {
  app = await startTestApp('sqlite', { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: stub.url, ...env });
};
beforeEach(async () => {
  stub = await startZaloBotStub(token);
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
  const webhook = { ZALO_BOT_WEBHOOK_SECRET: 'a-long-secret' };
  beforeEach(async () => {
    await start({ ...webhook });
    await expect.poll(() => stub.webhook?.secret).toBe('a-long-secret');
    if (stub.webhook) stub.webhook.url = `${app.url}/webhook/zalo-bot`;
  });
  test('both body shapes are read, a repeat is dropped', async () => {
    const update = textUpdate('u3', 'tht can may nguoi', 'x1');
    expect(await stub.push(update)).toBe(200);
    expect(await stub.push(update, { bare: true })).toBe(200);
    await answered(1);
    await new Promise((done) => setTimeout(done, 200));
    expect(stub.sent).toHaveLength(1);
  });
  test('a wrong secret and a body that is no update are refused; an empty probe is welcome', async () => {
    expect(await stub.push(textUpdate('u4', 'x', 'x2'), { secret: 'not-the-secret' })).toBe(401);
    expect(await stub.push({ nothing: true }, { bare: true })).toBe(400);
    const probe = await fetch(`${app.url}/webhook/zalo-bot`, {
      method: 'POST',
      headers: { 'X-Bot-Api-Secret-Token': 'a-long-secret' },
    });
    expect(probe.status).toBe(200);
    expect(stub.sent).toEqual([]);
  });
});

describe('when Zalo is ill', () => {
  test('errors with status 200, HTML instead of JSON, 429: tried again, sent once, in order', async () => {
    await start();
    stub.failNext.push({ code: 500 });
    await stub.write('u5', 'htx cần mấy người');
    await answered(1);
    stub.failNext.push({ code: 0, html: true });
    await stub.write('u5', 'cảm ơn');
    await expect
      .poll(
        () => {
          app.setNow(new Date(Date.parse('2026-11-23T03:00:00Z') + performance.now() * 20).toISOString());
          return stub.sent.length;
        },
        { timeout: 8000 },
      )
      .toBe(2);
    expect(stub.sent.map((s) => s.text.slice(0, 12))).toEqual([
      expect.stringContaining('Hợp tác xã'),
      expect.any(String),
    ]);
  });
  test('what a crash left in the journal is handled at the next start, once', async () => {
    await start();
    const store = makeChannelStore(app.db, app.vault, () => new Date());
    await store.put(
      'zalo-bot.in.2026.000001',
      JSON.stringify(textUpdate('u6', 'htx cần mấy người', 'left-1')),
    );
    await store.put(
      'zalo-bot.in.2026.000002',
      JSON.stringify(textUpdate('u6', 'htx cần mấy người', 'left-1')),
    );
    await answered(1);
    await expect.poll(async () => (await store.list('zalo-bot.in.')).length).toBe(0);
    expect(stub.sent.filter((s) => s.chat === 'u6')).toHaveLength(1);
  });
  test('the token stands in no state', async () => {
    await start({ ZALO_BOT_API_ROOT: 'http://127.0.0.1:9' });
    await expect.poll(async () => (await app.http.request('/ready')).text()).toContain('zalo unreachable');
    expect(await (await app.http.request('/ready')).text()).not.toContain('abc-secret');
  });
});

test('two processes: one polls', async () => {
  await start();
  const second = await startTestApp(
    'sqlite',
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
])('error %i is %s', (code, kind) => expect(judge({ ok: false, code, description: '' }).kind).toBe(kind));
