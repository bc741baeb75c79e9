// The web chat through the app: asks without JavaScript, no double send, no script from any text, no talk of another person.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptParts } from '../../../src/channel/web/page.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { type Client, clientOf, hidden } from '../../support/http.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function ask(client: Client, text: string): Promise<string> {
  const page = await client.get('/');
  const sent = await client.post('/chat', { id: hidden(page.text, 'id'), text });
  expect(sent).toMatchObject({ status: 303, location: '/#moi' });
  return (await client.get('/')).text;
}

test('a question is posted, redirected and answered with its citation', async () => {
  const client = clientOf(app.http);
  const page = await ask(client, 'lap htx can may nguoi');
  expect(page).toContain('05 thành viên chính thức');
  expect(page).toContain('Luật Hợp tác xã 17/2023/QH15');
  expect(page).toContain('máy trả lời tự động');
  const labels = [...page.matchAll(/name="choose" value="[^"]*">([^<]*)</g)].map((m) => m[1]);
  expect(labels.length).toBeGreaterThan(1);
  expect(page).toContain(`Có ${labels.length} lựa chọn bên dưới: ${labels.join('; ')}.`);
  expect(page).toContain('/quyen-rieng-tu');
});

test('the same form sent twice is one turn', async () => {
  const client = clientOf(app.http);
  const id = hidden((await client.get('/')).text, 'id');
  await client.post('/chat', { id, text: 'chào' });
  await client.post('/chat', { id, text: 'chào' });
  const page = (await client.get('/')).text;
  expect(page.match(/class="me"/g)).toHaveLength(1);
});

test('tapping a choice answers as its button says', async () => {
  const client = clientOf(app.http);
  const page = await ask(client, 'htx cần mấy người');
  await client.post('/chat', { id: hidden(page, 'id'), choose: 'quote:htx-so-nguoi' });
  expect((await client.get('/')).text).toContain('<blockquote>');
});

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><script>x</script>',
  "javascript:alert('x')",
  '&lt;b&gt; <b>đậm</b>',
])('text is shown as text: %s', async (text) => {
  const page = await ask(clientOf(app.http), text);
  expect(page).not.toMatch(/<script>(?!<)|<img|<b>đậm/);
});

test('two cookies, two talks; a made-up cookie sees nothing of anyone', async () => {
  const one = clientOf(app.http);
  await ask(one, 'tôi tên Lan ở Hồng Hà');
  const two = clientOf(app.http);
  expect((await two.get('/')).text).not.toContain('Hồng Hà');
  two.cookies.set('hoi_htx', "x' or 1=1 --");
  expect((await two.get('/')).text).toContain('Chào bạn!');
});

test('a form of another site that hides its origin does not put a new cookie in the place of one that is not sent along', async () => {
  const visitor = clientOf(app.http);
  const form = { id: 'a'.repeat(20), text: 'chào' };
  const hiding = { origin: 'null', 'sec-fetch-site': 'cross-site' };
  const answer = await visitor.post('/chat', form, hiding);
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('a form from another site is refused', async () => {
  const client = clientOf(app.http);
  const page = await client.get('/');
  const sent = await client.post(
    '/chat',
    { id: hidden(page.text, 'id'), text: 'chào' },
    { origin: 'https://evil.example' },
  );
  expect(sent.status).toBe(403);
  // A long talk is slow to make: whoever is refused makes nobody wait for it.
  await client.post('/chat', { id: hidden(page.text, 'id'), text: 'htx cần mấy người' });
  const again = await client.post('/chat', {}, { origin: 'https://evil.example' });
  expect(again.status).toBe(403);
  expect(again.text).not.toContain('htx cần mấy người');
});

test.each([
  ['no id', { text: 'chào' }, 400],
  ['a bad id', { id: '../../x', text: 'chào' }, 400],
  ['too much text', { id: 'abcdefghijklmnop1234', text: 'a'.repeat(30_000) }, 400],
  ['far too much', { id: 'abcdefghijklmnop1234', text: 'a'.repeat(200_000) }, 413],
])('%s is answered with what to do, not with a fault', async (_, fields, status) => {
  expect((await clientOf(app.http).post('/chat', fields as Record<string, string>)).status).toBe(status);
});

test('the address that messages are sent to leads back to the talk', async () => {
  const got = await clientOf(app.http).get('/chat');
  expect(got).toMatchObject({ status: 302, location: '/' });
});

test('a flood by one person is slowed, others go on', async () => {
  const client = clientOf(app.http);
  await client.get('/');
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push(
      (await client.post('/chat', { id: `flood-message-id-${String(i).padStart(4, '0')}`, text: 'chào' }))
        .status,
    );
  expect(statuses).toContain(429);
  const refused = await client.post('/chat', { id: 'flood-message-id-last', text: 'htx cần mấy người' });
  expect(refused.text).toContain('<a href="/">Xem lại cuộc trò chuyện</a>');
  expect((await client.get('/')).text).not.toContain('Xem lại cuộc trò chuyện');
  expect(statuses.slice(0, 10).every((s) => s === 303)).toBe(true);
  expect((await clientOf(app.http).get('/')).status).toBe(200);
});

test('the whole page with its style and script stays under 60 kB', async () => {
  const client = clientOf(app.http);
  await ask(client, 'các bước lập hợp tác xã');
  const parts = await Promise.all(
    ['/', '/web/chat.css', ...['chat', ...scriptParts].map((n) => `/web/${n}.js`), '/web/icon.svg'].map(
      async (p) => (await client.get(p)).text,
    ),
  );
  const plain = parts.reduce((n, t) => n + Buffer.byteLength(t), 0);
  expect(plain).toBeLessThan(60_000);
  expect(parts.reduce((n, t) => n + gzipSync(t).length, 0)).toBeLessThan(20_000);
});

test('pages and scripts come packed where the browser can read it; the live line does not', async () => {
  const client = clientOf(app.http);
  await ask(client, 'các bước lập hợp tác xã');
  const cookie = [...client.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  const got = (path: string) =>
    app.http.request(path, { headers: { cookie, 'accept-encoding': 'gzip, br' } });
  for (const path of ['/', '/web/chat.css', '/web/send.js', '/quyen-rieng-tu'])
    expect((await got(path)).headers.get('content-encoding'), path).toBe('gzip');
  const live = await got('/chat/live');
  expect(live.headers.get('content-encoding')).toBeNull();
  await live.body?.cancel();
});

test('the script of the page is given the answer without another trip', async () => {
  const client = clientOf(app.http);
  const id = hidden((await client.get('/')).text, 'id');
  const sent = await client.post('/chat', { id, text: 'tht cần mấy người' }, { 'x-by': 'script' });
  expect(sent.status).toBe(200);
  expect(sent.text).toContain('02 thành viên');
  expect(sent.headers.get('cache-control')).toBe('no-store');
});

test('of the addresses in a reply only the privacy one is a link, and what people type never is', async () => {
  const client = clientOf(app.http);
  const address = 'http://localhost:3000/quyen-rieng-tu';
  const page = await ask(
    client,
    `${address} và http://localhost:3000/khac <a href="https://evil.example">x</a>`,
  );
  const log = page.slice(page.indexOf('id="log"'), page.indexOf('id="hoi"'));
  expect(log.match(/<a /g)).toHaveLength(1);
  expect(log).toContain(`<a href="/quyen-rieng-tu">${address}</a>`);
  expect(log).toMatch(/class="me"[\s\S]*?http:\/\/localhost:3000\/quyen-rieng-tu và/);
});

test('one’s own name and number, masked once the form is sent, are told in words and not by their marks', async () => {
  const client = clientOf(app.http);
  for (const text of ['đăng ký lập nhóm', 'tht', 'phường Văn Phú', 'gà', '3', 'đồng ý'])
    await ask(client, text);
  for (const text of ['Hoàng Thị Lan', '0987654321', 'sáng']) await ask(client, text);
  const page = await ask(client, 'gửi đi');
  expect(page).toContain('HTX-');
  expect(page).not.toMatch(/Hoàng Thị Lan|0987|\[tên\]|\[số\]/);
  expect(page).toMatch(/Tên: \(đã ghi, che đi\)[\s\S]*Số điện thoại: \(đã ghi, che đi\)/);
  expect(page.match(/<span class="hidden">Bạn: <\/span>\(đã che đi\)<\/div>/g)).toHaveLength(2);
});

test('no page has a script or a style within it', async () => {
  const client = clientOf(app.http);
  const page = await ask(client, 'htx cần mấy người');
  expect(page).not.toMatch(/<script(?![^>]* src="\/web\/)|<style|\sstyle=|\son[a-z]+=/i);
});

test('pages forbid scripts of others, framing and sniffing', async () => {
  const { headers } = await clientOf(app.http).get('/');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('the privacy page says who, how long and how to erase', async () => {
  const page = (await clientOf(app.http).get('/quyen-rieng-tu')).text;
  expect(page).toContain('12 tháng');
  expect(page).toContain('24 tháng');
  expect(page).toMatch(/xóa/i);
});

test('health, ready with what an operator must fill in, metrics without personal data, and a plain 404', async () => {
  const client = clientOf(app.http);
  expect((await client.get('/health')).status).toBe(200);
  const ready = JSON.parse((await client.get('/ready')).text);
  expect(ready).toMatchObject({ ok: true, checks: { database: 'ok', knowledge: 'ok' } });
  expect(ready.warnings.length).toBeGreaterThan(0);
  const metrics = (await client.get('/metrics')).text;
  expect(metrics).toContain('outcome=');
  // Nobody is sent what is shown when asked for; what waits to be sent is counted.
  expect(
    await app.db.selectFrom('outbox').select('id').where('status', '=', 'pending').execute(),
  ).not.toEqual([]);
  await app.say('t1', 'chào', { channel: 'telegram' });
  const pending = (await client.get('/metrics')).text.match(/^hoihtx_outbox_pending.*$/gm);
  expect(pending).toEqual([expect.stringContaining('channel="telegram"')]);
  expect((await client.get('/khong-co')).status).toBe(404);
});
