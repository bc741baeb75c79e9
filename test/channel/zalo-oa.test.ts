// Zalo OA through the whole app: signed webhooks, buttons, the contact form, tokens that work once, error codes, the seven-day window.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judge } from '../../src/channel/zalo-oa/send.ts';
import { signedBy } from '../../src/channel/zalo-oa/signature.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { keys, startZaloOaStub, textEvent, type ZaloOaStub } from '../support/zalo-oa-stub.ts';

let stub: ZaloOaStub;
let app: TestApp;
let hook: string;
beforeEach(async () => {
  stub = await startZaloOaStub();
  app = await startTestApp('sqlite', {
    ZALO_OA_APP_ID: keys.appId,
    ZALO_OA_APP_SECRET: keys.appSecret,
    ZALO_OA_SECRET_KEY: keys.secretKey,
    ZALO_OA_REFRESH_TOKEN: 'refresh-0',
    ZALO_OA_API_ROOT: stub.url,
    ZALO_OA_OAUTH_ROOT: stub.url,
  });
  hook = `${app.url}/webhook/zalo-oa`;
});
afterEach(async () => {
  await app.close();
  await stub.stop();
});
const answered = (n: number) =>
  expect.poll(() => stub.sent.length, { timeout: 8000 }).toBeGreaterThanOrEqual(n);
type Buttons = {
  attachment?: { payload: { buttons?: { title: string; payload: string }[]; template_type?: string } };
  text?: string;
};

const message = (at: number): Buttons => (stub.sent.at(at)?.message ?? {}) as Buttons;

test('the test vector of the platform notes passes; another first term, another body, another key do not', () => {
  const body =
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"user_id_by_app":"552177279717587730","event_name":"user_send_text","message":{"text":"Giá lúa hôm nay?","msg_id":"96d3cdf3af150460909"},"timestamp":"1717061839659"}';
  const mac = 'mac=91910cbf830eb05ab97737f2372a80bfa79b4514370dd44b92a56eedaacaac1c';
  const by = { appId: '360846524940903967', secretKey: 'OA_SECRET_TEST', oaId: undefined };
  expect(signedBy(mac, body, '1717061839659', by)).toBe('app');
  expect(signedBy(mac.slice(4), body, '1717061839659', by)).toBe('app');
  expect(signedBy(mac, body.replace('lúa', 'lua'), '1717061839659', by)).toBeUndefined();
  expect(signedBy(mac, body, '1717061839659', { ...by, secretKey: 'x' })).toBeUndefined();
  expect(signedBy(undefined, body, '1717061839659', by)).toBeUndefined();
});

test('a question is answered with buttons whose payload is what they say; the payload sent back chooses', async () => {
  expect(await stub.event(hook, textEvent('o1', 'lap htx can may nguoi', 'a'))).toBe(200);
  await answered(1);
  const first = message(0);
  expect(first.text).toContain('05 thành viên chính thức');
  const button = first.attachment?.payload.buttons?.[0];
  expect(button).toEqual({
    title: 'Xem câu chữ văn bản',
    type: 'oa.query.show',
    payload: 'Xem câu chữ văn bản',
  });
  await stub.event(hook, textEvent('o1', button?.payload ?? '', 'b'));
  await answered(2);
  expect(message(1).text).toContain('“');
});

test('the number comes by the contact form', async () => {
  let n = 0;
  const say = (text: string) => stub.event(hook, textEvent('o2', text, `m${n++}`));
  for (const text of ['đăng ký lập nhóm', 'Tổ hợp tác', 'phường Văn Phú', 'chè', '4', 'Đồng ý', 'Chị Lan'])
    await say(text);
  await answered(7);
  expect(message(-1).attachment?.payload.template_type).toBe('request_user_info');
  await stub.event(hook, {
    event_name: 'user_submit_info',
    sender: { id: 'o2' },
    recipient: { id: '1' },
    info: { name: 'Lan', phone: '84912345678' },
  });
  await say('tối');
  await say('Gửi đi');
  await answered(10);
  const [lead] = await app.db.selectFrom('lead').selectAll().execute();
  expect(lead?.consent_channel).toBe('zalo-oa');
  expect(app.vault.unseal(lead?.phone_sealed ?? '')).toBe('+84912345678');
});

describe('webhook', () => {
  test('a wrong signature is refused, an empty probe is welcome, a broken body is 400', async () => {
    expect(await stub.event(hook, textEvent('o3', 'x', 'a'), { signature: 'mac=00' })).toBe(401);
    expect((await fetch(hook, { method: 'POST' })).status).toBe(200);
    expect((await fetch(hook, { method: 'POST', body: '{' })).status).toBe(400);
    expect(stub.sent).toEqual([]);
  });
  test('a retry is dropped by its msg_id, our own echo is ignored, follow greets once', async () => {
    await stub.event(hook, textEvent('o4', 'chào', 'same'));
    await stub.event(hook, textEvent('o4', 'chào', 'same'), { num_retry: '1' });
    await stub.event(hook, {
      event_name: 'oa_send_text',
      sender: { id: '388' },
      recipient: { id: 'o4' },
      message: { text: 'x', msg_id: 'echo' },
    });
    await stub.event(hook, { event_name: 'follow', follower: { id: 'o5' }, oa_id: '388' });
    await stub.event(hook, {
      event_name: 'follow',
      follower: { id: 'o5' },
      oa_id: '388',
      timestamp: '1790000099999',
    });
    await answered(2);
    await new Promise((done) => setTimeout(done, 300));
    expect(stub.sent.map((s) => s.user).sort()).toEqual(['o4', 'o5']);
  });
  test('answers well within two seconds', async () => {
    const begin = performance.now();
    await stub.event(hook, textEvent('o6', 'các bước lập hợp tác xã', 'a'));
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('tokens', () => {
  test('one refresh serves many messages; a token Zalo refuses is refreshed once and the message sent', async () => {
    for (let i = 0; i < 6; i++) await stub.event(hook, textEvent(`t${i}`, 'chào', 'a'));
    await answered(6);
    expect(stub.refreshes).toBe(1);
    stub.access = 'revoked';
    await stub.event(hook, textEvent('t9', 'chào', 'a'));
    await answered(7);
    expect(stub.refreshes).toBe(2);
  });
  test('a dead refresh token is told in /ready, nothing is lost, and no token is shown', async () => {
    stub.refresh = 'used-elsewhere';
    await stub.event(hook, textEvent('t1', 'chào', 'a'));
    await expect
      .poll(async () => (await app.http.request('/ready')).text())
      .toContain('consent needed again');
    const waiting = await app.db.selectFrom('outbox').select('status').execute();
    expect(waiting.map((w) => w.status)).toEqual(['pending']);
    expect(await (await app.http.request('/ready')).text()).not.toContain('refresh-');
  });
});

test('after seven days nothing is sent, and the message is marked so', async () => {
  const { conversationId } = await app.handle.receive({
    channel: 'zalo-oa',
    address: 'w1',
    messageId: 'a',
    said: { kind: 'text', text: 'chào' },
    receivedAt: new Date('2026-11-23T03:00:00Z'),
  });
  await answered(1);
  app.setNow('2026-12-01T03:00:01Z');
  const { sayAsStaff } = await import('../../src/conversation/store/staff-side.ts');
  await sayAsStaff(
    app.db,
    app.vault,
    { conversationId, replies: [{ blocks: [{ kind: 'say', text: 'Chào bạn' }], choices: [] }] },
    { accountId: 'a', now: new Date('2026-12-01T03:00:00Z') },
  );
  await expect
    .poll(
      async () =>
        (await app.db.selectFrom('outbox').select('status').orderBy('seq', 'desc').executeTakeFirst())
          ?.status,
      { timeout: 5000 },
    )
    .toBe('failed');
  expect(stub.sent).toHaveLength(1);
});

test.each([
  [0, 'sent'],
  [-32, 'later'],
  [-200, 'later'],
  [-211, 'later'],
  [-213, 'blocked'],
  [-217, 'blocked'],
  [-230, 'failed'],
  [-224, 'failed'],
  [-201, 'failed'],
])('error %i is %s', (error, kind) => expect(judge({ error, message: '' }).kind).toBe(kind));
