// The desk's page of channels: which stand well, how long people may be answered, what did not go out and why.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasePerson } from '../../src/conversation/store/erase.ts';
import { sayAsStaff } from '../../src/conversation/store/say-as-staff.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Client, clientOf } from '../support/http.ts';
import { keys, startZaloOaStub, textEvent, type ZaloOaStub } from '../support/zalo-oa-stub.ts';

let stub: ZaloOaStub;
let app: TestApp;
let desk: Client;
let talk: string;
const now = '2026-11-23T03:00:00Z';
/** The clock stands still, so that nobody is signed out; the person's last word moves instead. */
const lastWrote = (at: string) => app.db.updateTable('identity').set({ seen_at: at }).execute();
const patient = { timeout: 10_000 };
const password = 'mat khau rat dai 2026';
const page = async (path: string): Promise<string> => (await desk.get(`/can-bo${path}`)).text;

beforeAll(async () => {
  stub = await startZaloOaStub(() => new Date(now));
  app = await startTestApp('sqlite', {
    ZALO_OA_APP_ID: keys.appId,
    ZALO_OA_APP_SECRET: keys.appSecret,
    ZALO_OA_SECRET_KEY: keys.secretKey,
    ZALO_OA_REFRESH_TOKEN: 'refresh-0',
    ZALO_OA_API_ROOT: stub.url,
    ZALO_OA_OAUTH_ROOT: stub.url,
  });
  desk = clientOf(app.http);
  const link = new URL(app.firstLink ?? '').pathname;
  await desk.post(link, { login: 'quan.tri', name: 'Quản trị', password, again: password });
  await stub.event(`${app.url}/webhook/zalo-oa`, textEvent('p1', 'chào', 'm1'));
  while (stub.sent.length === 0) await new Promise((wake) => setTimeout(wake, 20));
  talk = (await app.db.selectFrom('conversation').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(async () => {
  await app.close();
  await stub.stop();
});

test('all is well: what is set up runs, what is not says so, nothing waits', async () => {
  const text = await page('/kenh');
  expect(text).toMatch(/Zalo OA<\/td>\s*<td[^>]*>đang chạy/);
  expect(text).toMatch(/Telegram<\/td>\s*<td[^>]*>chưa nối/);
  expect(text).toContain('7 ngày từ tin cuối của người dân; 48 giờ đầu không mất phí');
  expect(text).toContain('Mọi tin đều đã gửi');
  expect(await page('')).not.toContain('Kênh cần xem ngay');
});

test('a talk says until when an answer is free and possible', async () => {
  expect(await page(`/tro-chuyen/${talk}`)).toContain('Không mất phí đến 25/11/2026 10:00');
  await lastWrote('2026-11-20T03:00:00.000Z');
  expect(await page(`/tro-chuyen/${talk}`)).toContain('có thể mất phí; nhắn được đến 27/11/2026 10:00');
  await lastWrote('2026-11-15T03:00:00.000Z');
  expect(await page(`/tro-chuyen/${talk}`)).toContain('Đã quá hạn nhắn');
});

test('what was not sent stands there with its reason, and no word of it', async () => {
  await sayAsStaff(
    app.db,
    app.vault,
    { conversationId: talk, text: 'Lời riêng' },
    { accountId: 'a', now: new Date(now) },
  );
  await expect.poll(() => page('/kenh'), patient).toContain('quá 7 ngày từ tin cuối');
  const text = await page('/kenh');
  expect(text).toContain(`/can-bo/tro-chuyen/${talk}`);
  expect(text).not.toContain('Lời riêng');
});

test('a dead token is told on the first page and on this one, and the message that waits for it', async () => {
  stub.access = 'revoked';
  stub.refresh = 'used-elsewhere';
  await stub.event(`${app.url}/webhook/zalo-oa`, textEvent('p2', 'chào', 'm2'));
  await expect.poll(() => page(''), patient).toContain('Kênh cần xem ngay');
  await expect.poll(() => page('/kenh'), patient).toContain('thử lại lúc');
  const text = await page('/kenh');
  expect(text).toContain('mất quyền: người quản trị kênh phải cấp lại mã');
  expect(text).not.toMatch(/used-elsewhere|refresh-|access-/);
});

test('a message dropped because its person erased everything is not told as one who has blocked us', async () => {
  const said = { conversationId: talk, text: 'Mai gặp nhé' };
  await app.db.transaction().execute(async (trx) => {
    await sayAsStaff(trx, app.vault, said, { accountId: 'a', now: new Date(now) });
    const person = await trx
      .selectFrom('conversation')
      .select(['id as conversationId', 'identity_id as identityId'])
      .executeTakeFirstOrThrow();
    await erasePerson(trx, person, new Date(now));
  });
  const text = await page('/kenh');
  expect(text).toContain('người dân vừa xóa thông tin của mình');
  expect(text).not.toContain('đã chặn hoặc rời kênh');
});
