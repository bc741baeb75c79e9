// An address that is none: a page in the site's own dress with ways out, in the desk behind sign-in like every other page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { csrfOf, firstAdmin } from '../support/desk.ts';
import { type Client, clientOf } from '../support/http.ts';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startTestApp();
  admin = await firstAdmin(app);
});
afterAll(() => app.close());

test.each(['/khong-co', '/can-bongda', '/web/khong-co.png'])("%s in the chat's dress", async (path) => {
  const answer = await clientOf(app.http).get(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.text).toContain('href="/web/chat.css"');
  expect(answer.text).toContain('<h1>Không có trang này</h1>');
  expect(answer.text).toContain('<a href="/">Trang hỏi đáp</a>');
});

test('under /can-bo with the menu, for any method', async () => {
  const seen = await admin.get('/can-bo/khong-co/gi-ca');
  const sent = await admin.post('/can-bo/khong-co', { _csrf: await csrfOf(admin) });
  for (const answer of [seen, sent]) {
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('href="/can-bo/desk.css"');
    expect(answer.text).toContain('<h1>Không có trang này</h1>');
    expect(answer.text).toContain('<a href="/can-bo/phieu">Phiếu</a>');
  }
});

test('a stranger learns nothing of which addresses the desk has', async () => {
  const stranger = clientOf(app.http);
  for (const path of ['/can-bo/khong-co', '/can-bo/phieu'])
    expect((await stranger.get(path)).status).toBe(303);
});
