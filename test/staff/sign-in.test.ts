// Coming in: the page first asked for is the page one comes to, a mistake keeps what was typed, and nothing sent can break the desk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAddress, wantedPath } from '../../src/staff/wanted.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountId, csrfOf, firstAdmin, invited, deskPassword as password } from '../support/desk.ts';
import { type Client, clientOf, hidden } from '../support/http.ts';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startTestApp();
  const { pathname } = new URL(app.firstLink ?? '');
  await theFirstForm(pathname);
  admin = await firstAdmin(app);
});
afterAll(() => app.close());

/** The first form, sent with mistakes: it stays good, and keeps all but the passwords. */
async function theFirstForm(link: string): Promise<void> {
  const stranger = clientOf(app.http);
  for (const page of ['/can-bo/dang-nhap', '/can-bo/moi/da-dung-roi']) {
    const { text } = await stranger.get(page);
    expect(text).toContain('npm run staff:link');
    expect(text).not.toContain('người quản trị');
  }
  expect((await stranger.get(link)).text).toContain('không có dấu cách. Ví dụ: nguyen.lan</span>');
  const typed = { login: 'quan.tri', name: 'Lê Thị "Hạnh"', password, again: 'khac' };
  const unlike = await stranger.post(link, typed);
  expect(unlike.status).toBe(400);
  expect(unlike.text).toContain('Hai lần gõ mật khẩu không giống nhau.');
  expect(unlike.text).toMatch(/name="login"[^>]* value="quan\.tri"/);
  expect(unlike.text).toMatch(/name="name"[^>]* value="Lê Thị &quot;Hạnh&quot;"/);
  expect(unlike.text).not.toContain(password);
  const badName = await stranger.post(link, { ...typed, login: 'Lê Văn', again: password });
  expect(badName.text).toContain('role="alert">Tên đăng nhập chưa đúng: 3–40 chữ không dấu');
  expect(badName.text).toMatch(/name="login"[^>]* value="Lê Văn"/);
  const nothing = await stranger.post(link, {});
  expect(nothing.status).toBe(400);
  expect(nothing.text).not.toMatch(/Invalid|expected|undefined/);
}

describe('the page first asked for', () => {
  test('is where one comes to after signing in, also after a wrong password', async () => {
    const client = clientOf(app.http);
    const asked = await client.get('/can-bo/phieu?q=HTX-AB2CD&page=2');
    expect(asked.location).toBe(signInAddress('/can-bo/phieu?q=HTX-AB2CD&page=2'));
    const form = await client.get(asked.location ?? '');
    const den = hidden(form.text, 'den').replaceAll('&amp;', '&');
    const wrong = await client.post('/can-bo/dang-nhap', { login: 'quan.tri', password: 'sai', den });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toMatch(/name="login"[^>]* value="quan\.tri"/);
    expect(hidden(wrong.text, 'den').replaceAll('&amp;', '&')).toBe(den);
    const right = await client.post('/can-bo/dang-nhap', { login: 'quan.tri', password, den });
    expect(right.location).toBe('/can-bo/phieu?q=HTX-AB2CD&page=2');
  });

  test('who is signed in is not asked again; others are told whom to turn to', async () => {
    const led = await admin.get('/can-bo/dang-nhap?den=%2Fcan-bo%2Fphieu%3Fq%3DHTX-AB2CD');
    expect([led.status, led.location]).toEqual([303, '/can-bo/phieu?q=HTX-AB2CD']);
    const stranger = clientOf(app.http);
    for (const page of ['/can-bo/dang-nhap', '/can-bo/moi/da-dung-roi']) {
      const { text } = await stranger.get(page);
      expect(text).toMatch(/[Nn]hờ người quản trị|xin người quản trị/);
      expect(text).not.toContain('staff:link');
    }
  });

  test('a form sent after the session ended leads back to its page', async () => {
    const late = await clientOf(app.http).post(
      '/can-bo/phieu/x/ghi-chu',
      { text: 'a' },
      { referer: 'http://localhost:3000/can-bo/phieu/x' },
    );
    expect(late.status).toBe(401);
    expect(late.text).toContain('href="/can-bo/dang-nhap?den=%2Fcan-bo%2Fphieu%2Fx"');
  });

  test.each<[given: unknown, to: string]>([
    ['/can-bo/phieu/1', '/can-bo/phieu/1'],
    ['/can-bo/kho?q=a%26b', '/can-bo/kho?q=a%26b'],
    ['/can-bo', '/can-bo'],
    ...[
      'https://evil.example/can-bo',
      '//evil.example/can-bo/phieu',
      '/\\evil.example/can-bo',
      '/can-bo/../quyen-rieng-tu',
      '/can-bo/%2e%2e/chat',
      '/can-bongda',
      '\t//evil.example/can-bo',
      '/\n/evil.example/can-bo/',
      'javascript:alert(1)',
      'can-bo/phieu',
      '/can-bo/dang-nhap?den=/can-bo',
      '/can-bo/dang-xuat',
      '/can-bo/moi/abc',
      '/can-bo/phieu.csv',
      `/can-bo/${'x'.repeat(600)}`,
      undefined,
      7,
    ].map((bad): [unknown, string] => [bad, '/can-bo']),
  ])('%j leads to %s', (given, to) => {
    expect(wantedPath(given)).toBe(to);
  });

  test('an address elsewhere in the form is not followed', async () => {
    const den = 'https://evil.example/';
    const client = clientOf(app.http);
    expect((await client.get(`/can-bo/dang-nhap?den=${den}`)).text).not.toContain('evil');
    expect((await client.post('/can-bo/dang-nhap', { login: 'quan.tri', password, den })).location).toBe(
      '/can-bo',
    );
  });
});

describe('accounts', () => {
  test('locking asks first; the question changes nothing, the answer does', async () => {
    const staff = await invited(app, admin, { role: 'staff', login: 'hoa', name: 'Lò Thị Hoa' });
    const id = await accountId(app, 'hoa');
    const list = (await admin.get('/can-bo/tai-khoan')).text;
    expect(list).toContain(`href="/can-bo/tai-khoan/${id}/khoa" aria-label="Khóa Lò Thị Hoa"`);
    for (const name of [
      'Đổi quyền của Lò Thị Hoa',
      'Quyền của Lò Thị Hoa',
      'Đặt lại mật khẩu của Lò Thị Hoa',
    ])
      expect(list).toContain(`aria-label="${name}"`);
    const question = (await admin.get(`/can-bo/tai-khoan/${id}/khoa`)).text;
    expect(question).toContain('Khóa tài khoản của Lò Thị Hoa?');
    expect((await staff.get('/can-bo')).status).toBe(200);
    const fields = { _csrf: hidden(question, '_csrf'), disabled: hidden(question, 'disabled') };
    const done = await admin.post(`/can-bo/tai-khoan/${id}`, fields);
    expect((await admin.get(done.location ?? '')).text).toContain('Đã khóa tài khoản.');
    expect((await staff.get('/can-bo')).status).toBe(303);
    await admin.post(`/can-bo/tai-khoan/${id}`, { ...fields, disabled: 'false' });
    expect((await clientOf(app.http).post('/can-bo/dang-nhap', { login: 'hoa', password })).location).toBe(
      '/can-bo',
    );
  });

  test('the last admin is told why not', async () => {
    const id = await accountId(app, 'quan.tri');
    const answer = await admin.post(`/can-bo/tai-khoan/${id}`, {
      _csrf: await csrfOf(admin),
      disabled: 'true',
    });
    expect((await admin.get(answer.location ?? '')).text).toContain('quản trị viên cuối cùng');
    expect((await admin.get('/can-bo')).status).toBe(200);
  });

  test('what no form of ours sends is answered with words', async () => {
    const _csrf = await csrfOf(admin);
    const own = await accountId(app, 'quan.tri');
    const bad: [path: string, fields: Record<string, string>, status: number, words: string][] = [
      ['/moi', { role: 'emperor' }, 400, 'chọn một quyền trong danh sách'],
      ['/moi', {}, 400, 'chọn một quyền trong danh sách'],
      [`/${own}`, { role: 'x' }, 400, 'Chưa đổi được'],
      [`/${own}`, { disabled: 'maybe' }, 400, 'Chưa đổi được'],
      [`/${own}`, {}, 400, 'Chưa đổi được'],
      ['/no-such', { role: 'staff' }, 404, 'Không có tài khoản này'],
      ['/%00', { role: 'staff' }, 400, 'Có ký tự không dùng được'],
      ['/018f0000-0000-7000-8000-000000000000/mat-khau', {}, 404, 'Không có tài khoản này'],
      ['/018f0000-0000-7000-8000-000000000000', { disabled: 'true' }, 404, 'Không có tài khoản này'],
    ];
    for (const [path, fields, status, words] of bad) {
      const answer = await admin.post(`/can-bo/tai-khoan${path}`, { _csrf, ...fields });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.text).toContain(words);
    }
    expect((await admin.get('/can-bo/tai-khoan/no-such/khoa')).status).toBe(404);
    expect((await admin.get('/can-bo/tai-khoan?ok=toString&last=9')).status).toBe(200);
    expect((await admin.get('/can-bo/toi?ok=toString')).text).not.toContain('native code');
  });
});

test.each(['/can-bo/dang-nhap', '/can-bo/tai-khoan/moi', '/can-bo/don-vi'])(
  'a body that is no form at %s is no fault',
  async (path) => {
    const cookie = [...admin.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await app.http.request(path, {
      method: 'POST',
      body: 'garbage',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([400, 403]).toContain(answer.status);
  },
);

test('nor is one from who is signed in nowhere', async () => {
  for (const path of ['/can-bo/phieu/x/xu-ly', '/chat']) {
    const answer = await app.http.request(path, {
      method: 'POST',
      body: 'garbage',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect([path, answer.status]).toEqual([path, path === '/chat' ? 400 : 401]);
  }
});

test('the password in use cannot be guessed at the form that changes it, and strangers at the door close it for nobody', async () => {
  const staff = await invited(app, admin, { role: 'staff', login: 'doi.mat.khau' });
  const change = async (old: string) => {
    const _csrf = await csrfOf(staff);
    return (
      await staff.post('/can-bo/toi/mat-khau', {
        _csrf,
        old,
        password: 'moi '.repeat(4),
        again: 'moi '.repeat(4),
      })
    ).status;
  };
  const door = { login: 'doi.mat.khau', password: 'sai '.repeat(4) };
  for (let i = 0; i < 9; i++) await clientOf(app.http).post('/can-bo/dang-nhap', door);
  for (let i = 0; i < 8; i++) expect(await change(`đoán ${i}`)).toBe(400);
  expect(await change(password)).toBe(429);
  await app.db.deleteFrom('attempt').execute();
  expect(await change(password)).toBe(303);
});
