// Zalo OA through the whole app: signed webhooks, buttons, the form for name and number, tokens that work once, windows and quota.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayAsStaff } from '../../../src/conversation/store/say-as-staff.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type Json, startStubServer } from '../../support/stub-server.ts';
import {
  followEvent,
  infoEvent,
  keys,
  startZaloOaStub,
  textEvent,
  type ZaloOaStub,
} from '../../support/zalo-oa-stub.ts';

const envOf = (url: string) => ({
  ZALO_OA_APP_ID: keys.appId,
  ZALO_OA_APP_SECRET: keys.appSecret,
  ZALO_OA_SECRET_KEY: keys.secretKey,
  ZALO_OA_REFRESH_TOKEN: 'refresh-0',
  ZALO_OA_API_ROOT: url,
  ZALO_OA_OAUTH_ROOT: url,
});
let stub: ZaloOaStub;
let app: TestApp;
let hook: string;
let now: string;
const setNow = (at: string): void => {
  now = at;
  app.setNow(at);
};
beforeEach(async () => {
  now = '2026-11-23T03:00:00Z';
  stub = await startZaloOaStub(() => new Date(now));
  app = await startTestApp('sqlite', envOf(stub.url));
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

describe('name and number', () => {
  const until = async (...more: string[]): Promise<void> => {
    let n = 0;
    const steps = ['đăng ký lập nhóm', 'Tổ hợp tác', 'phường Văn Phú', 'chè', '4', 'Đồng ý', ...more];
    for (const text of steps) await stub.event(hook, textEvent('o2', text, `m${n++}`));
  };
  const phoneOf = async (): Promise<string | null> => {
    const [lead] = await app.db.selectFrom('lead').selectAll().execute();
    expect(lead?.consent_channel).toBe('zalo-oa');
    return lead?.phone_sealed ? app.vault.unseal(lead.phone_sealed) : null;
  };
  test('come together by the form that follows the question; the buttons stay under the words', async () => {
    await until();
    await answered(7);
    expect(message(-2).text).toContain('họ tên');
    expect(message(-2).attachment?.payload.buttons?.map((b) => b.title)).toContain('Dừng');
    expect(message(-1).attachment?.payload.template_type).toBe('request_user_info');
    await stub.event(hook, infoEvent('o2', { name: 'Trần Thị Lan', phone: '84912345678', gender: 0 }));
    for (const [i, text] of ['tối', 'Gửi đi'].entries())
      await stub.event(hook, textEvent('o2', text, `n${i}`));
    await answered(10);
    expect(await phoneOf()).toBe('+84912345678');
    expect(message(-2).text).toContain('Trần Thị Lan');
  });
  test('a typed name is asked for the number with the form again; the older shapes of its answer are read', async () => {
    await until('Chị Lan');
    await answered(9);
    expect(message(-1).attachment?.payload.template_type).toBe('request_user_info');
    const old = JSON.stringify({ name: 'Lan', phone: 84912345678, address: 'x', city: 'y' });
    await stub.event(hook, { ...infoEvent('o2', {}), info: undefined, message: { text: old, msg_id: 'i1' } });
    for (const [i, text] of ['tối', 'Gửi đi'].entries())
      await stub.event(hook, textEvent('o2', text, `n${i}`));
    await answered(12);
    expect(await phoneOf()).toBe('+84912345678');
  });
  test('a form that comes back without a number takes its name and asks for the number', async () => {
    await until();
    await answered(7);
    await stub.event(hook, infoEvent('o2', { name: 'Trần Thị Lan', phone: null }));
    await answered(9);
    expect(message(-2).text).toContain('Số điện thoại');
    await stub.event(hook, { ...infoEvent('o2', {}), info: null });
    await answered(11);
    expect(message(-2).text).toContain('Số này tôi đọc chưa ra');
  });
  test('a form that Zalo refuses holds nothing up: typing goes on', async () => {
    stub.errors.push(0, 0, 0, 0, 0, 0, -201);
    await until('Chị Lan', '0912345678', 'tối', 'Gửi đi');
    await answered(11);
    expect(await phoneOf()).toBe('+84912345678');
  });
});

describe('webhook', () => {
  test('a wrong signature is refused, whatever was signed; an empty probe is welcome', async () => {
    expect(await stub.event(hook, textEvent('o3', 'x', 'a'), { signature: 'mac=00' })).toBe(401);
    expect((await fetch(hook, { method: 'POST' })).status).toBe(200);
    expect((await fetch(hook, { method: 'POST', body: '{' })).status).toBe(401);
    expect(stub.sent).toEqual([]);
  });
  /** `null` and other shapes where the documents show something else. */
  const odd: [string, Json, string][] = [
    ['a picture whose text is null', { message: { text: null, msg_id: 'p' } }, 'Tôi chỉ đọc được chữ'],
    ['oa_id null', { oa_id: null, message: { text: 'chào', msg_id: 'q' } }, 'Chào'],
    ['a recipient without id', { recipient: {}, message: { text: 'chào', msg_id: 'r' } }, 'Chào'],
  ];
  test.each(odd)('somebody who writes is answered: %s', async (_, more, answer) => {
    expect(await stub.event(hook, { ...textEvent('o7', '', ''), ...more })).toBe(200);
    await answered(1);
    expect(message(0).text).toContain(answer);
  });
  test.each<Json>([
    { event_name: 'oa_whatever', message: null },
    { event_name: 'change_template', message: 'text' },
    { event_name: 'user_x', sender: { user_id_by_app: '1' } },
    { event_name: 'user_send_text', sender: null, message: { text: 'x' } },
    { event_name: null, eventName: 'x' },
    { event_name: { a: 1 }, recipient: [] },
    {},
  ])('what nobody wrote, signed, is taken and told no more about: %j', async (event) => {
    expect(await stub.event(hook, event)).toBe(200);
    expect(await app.db.selectFrom('turn').select('id').execute()).toEqual([]);
  });
  const soon = { againAfterMs: [10, 10, 10, 10, 10] };
  test('saved but answered too late, it comes again and is answered once; unanswered, Zalo ends the subscription', async () => {
    let late = true;
    const slow = await startStubServer(async ({ text, headers }) => {
      const passed = { 'X-ZEvent-Signature': String(headers['x-zevent-signature']) };
      const { status } = await fetch(hook, { method: 'POST', headers: passed, body: text });
      if (late) await new Promise((wake) => setTimeout(wake, 700));
      late = false;
      return { status, json: {} };
    });
    const how = { ...soon, withinMs: 500 };
    expect((await stub.deliver(slow.url, textEvent('o8', 'chào', 'a'), how)).at(-1)).toBe(200);
    await answered(1);
    expect(await app.db.selectFrom('turn').select('said').execute()).toEqual([{ said: 'chào' }]);
    await slow.stop();
    expect(await stub.deliver(slow.url, textEvent('o8', 'chào', 'b'), soon)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(stub.unsubscribed).toBe(true);
    expect(await stub.deliver(hook, textEvent('o8', 'chào', 'c'), soon)).toEqual([]);
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
    await stub.event(hook, followEvent('o5'));
    await stub.event(hook, { ...followEvent('o5'), event_name: 'unfollow' });
    await stub.event(hook, followEvent('o5'));
    await answered(2);
    await new Promise((done) => setTimeout(done, 300));
    expect(stub.sent.map((s) => s.user).sort()).toEqual(['o4', 'o5']);
    const known = await app.db.selectFrom('identity').select('address').orderBy('address').execute();
    expect(known.map((i) => i.address)).toEqual(['o4', 'o5']);
  });
  test.each([{ first: 'oa' }, { key: 'app' }, { headerTime: '1790000000777' }] as const)(
    'signed as some have reported: %j',
    async (way) => expect(await stub.event(hook, textEvent('o3', 'chào', 'a'), way)).toBe(200),
  );
  test('is answered without waiting for what goes out', async () => {
    stub.errors.push(-32);
    expect(await stub.event(hook, textEvent('o6', 'các bước lập hợp tác xã', 'a'))).toBe(200);
    expect(stub.sent).toEqual([]);
  });
});

describe('tokens', () => {
  const ready = async (): Promise<string> => (await app.http.request('/ready')).text();
  test('one refresh serves many messages; a token Zalo refuses is refreshed once and the message sent', async () => {
    for (let i = 0; i < 6; i++) await stub.event(hook, textEvent(`t${i}`, 'chào', 'a'));
    await answered(6);
    expect(stub.refreshes).toBe(1);
    stub.access = 'revoked';
    await stub.event(hook, textEvent('t9', 'chào', 'a'));
    await answered(7);
    expect(stub.refreshes).toBe(2);
  });
  test('one that would end soon is renewed before it does', async () => {
    await stub.event(hook, textEvent('t1', 'chào', 'a'));
    await answered(1);
    setNow('2026-11-23T22:00:00Z');
    await stub.event(hook, textEvent('t1', 'chào', 'b'));
    await answered(2);
    expect(stub.refreshes).toBe(1);
    setNow('2026-11-23T23:30:00Z');
    await stub.event(hook, textEvent('t1', 'chào', 'c'));
    await answered(3);
    expect(stub.refreshes).toBe(2);
  });
  test('an ill token endpoint is no refusal: nothing is asked of anyone, and all goes out when it is well', async () => {
    stub.access = 'revoked';
    stub.tokenErrors.push('html');
    await stub.event(hook, textEvent('t1', 'chào', 'a'));
    await expect.poll(ready).toContain('oauth http 502');
    setNow('2026-11-23T03:00:02Z');
    await answered(1);
    await expect.poll(ready).not.toContain('oauth http 502');
  });
  test('what Zalo says is left is shown by every process', async () => {
    await stub.event(hook, textEvent('t1', 'chào', 'a'));
    await answered(1);
    await expect.poll(ready).toContain('quota left 500');
    const other = await startTestApp('sqlite', envOf(stub.url), app.fresh);
    await expect.poll(async () => (await other.http.request('/ready')).text()).toContain('quota left 500');
    await other.stop();
  });
  test('a dead refresh token is told in /ready and asked for once, nothing is lost, and no token is shown', async () => {
    await expect.poll(() => stub.refreshes).toBe(1);
    stub.access = 'revoked';
    stub.refresh = 'used-elsewhere';
    for (let i = 0; i < 5; i++) await stub.event(hook, textEvent(`t${i}`, 'chào', 'a'));
    await expect.poll(ready).toContain('consent needed again (zalo-oa oauth -14020)');
    await expect
      .poll(
        async () => await app.db.selectFrom('outbox').select('status').where('attempts', '=', 1).execute(),
      )
      .toEqual(Array(5).fill({ status: 'pending' }));
    expect(await ready()).not.toMatch(/refresh-|access-|used-elsewhere/);
  });
});

describe('windows', () => {
  const staffSays = async (at: string, before?: () => Promise<void>): Promise<string | undefined> => {
    const { conversationId } = await app.handle.receive({
      channel: 'zalo-oa',
      address: 'w1',
      messageId: 'a',
      said: { kind: 'text', text: 'chào' },
      receivedAt: new Date(now),
    });
    setNow(at);
    await before?.();
    await sayAsStaff(
      app.db,
      app.vault,
      { conversationId, text: 'Chào bạn' },
      { accountId: 'a', now: new Date(at) },
    );
    const last = () => app.db.selectFrom('outbox').select('status').orderBy('seq', 'desc').executeTakeFirst();
    await expect.poll(async () => (await last())?.status, { timeout: 5000 }).not.toBe('pending');
    return (await last())?.status;
  };
  beforeEach(async () => {
    await stub.event(hook, textEvent('w1', 'chào', 'a'));
    await answered(1);
  });
  test('within 48 hours a message goes out and costs nothing', async () => {
    expect(await staffSays('2026-11-25T02:59:00Z')).toBe('sent');
    expect(stub.quota.remain).toBe(500);
  });
  test('later it goes out from what is left', async () => {
    expect(await staffSays('2026-11-27T03:00:00Z')).toBe('sent');
    expect(stub.quota.remain).toBe(499);
  });
  test('and not when nothing is left', async () => {
    stub.quota.remain = 0;
    expect(await staffSays('2026-11-27T03:00:00Z')).toBe('failed');
    expect(stub.sent).toHaveLength(1);
  });
  test('nor when the token is dead as well: what is left is asked with the new one', async () => {
    stub.quota.remain = 0;
    const revoked = async (): Promise<void> => {
      await stub.event(hook, textEvent('w2', 'chào', 'a'));
      await answered(2);
      stub.access = 'revoked';
    };
    expect(await staffSays('2026-11-25T03:30:00Z', revoked)).toBe('failed');
    expect(stub.sent).toHaveLength(2);
    expect(stub.calls.filter((c) => c.path.endsWith('/cs'))).toHaveLength(2);
    expect(stub.refreshes).toBe(3);
  });
  test('after seven days nothing is sent', async () => {
    expect(await staffSays('2026-12-01T03:00:01Z')).toBe('failed');
    expect(stub.sent).toHaveLength(1);
  });
});

test('a package too low stops nothing for good: staff are told, messages wait', async () => {
  stub.errors.push(-224);
  await stub.event(hook, textEvent('p1', 'chào', 'a'));
  await expect.poll(async () => (await app.http.request('/ready')).text()).toContain('zalo-oa -224');
  setNow('2026-11-23T03:31:00Z');
  await answered(1);
  await expect.poll(async () => (await app.http.request('/ready')).text()).not.toContain('zalo-oa -224');
});
