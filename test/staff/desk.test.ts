// The staff desk through the app: first link, sign-in, forms with their token, accounts, the knowledge's pages, operator facts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueWithin } from '../../src/knowledge/due.ts';
import { vietnamDay } from '../../src/language/dates.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Client, clientOf, hidden } from '../support/http.ts';
import { knowledge } from '../support/knowledge.ts';

let app: TestApp;
let admin: Client;
const password = 'mat khau rat dai 2026';
const newAccount = (login: string) => ({ login, name: `Cán bộ ${login}`, password, again: password });
const path = (link: string): string => new URL(link).pathname;

beforeAll(async () => {
  app = await startTestApp();
  admin = clientOf(app.http);
});
afterAll(() => app.close());

describe('the first link', () => {
  test('is printed once, makes an admin, and is dead after', async () => {
    const link = path(app.firstLink ?? '');
    expect((await clientOf(app.http).get(link)).status).toBe(200);
    expect(
      (await clientOf(app.http).post(link, { ...newAccount('quan.tri'), again: 'khac' })).text,
    ).toContain('không giống nhau');
    expect(
      (await clientOf(app.http).post(link, { ...newAccount('quan.tri'), password: 'ngan', again: 'ngan' }))
        .status,
    ).toBe(400);
    expect((await admin.post(link, newAccount('Quan.Tri'))).location).toBe('/can-bo');
    expect((await clientOf(app.http).post(link, newAccount('ke-khac'))).status).toBe(410);
    expect((await admin.get('/can-bo')).status).toBe(200);
  });
});

describe('who gets in', () => {
  test.each(['/can-bo', '/can-bo/phieu', '/can-bo/phieu.csv', '/can-bo/tro-chuyen', '/can-bo/nhat-ky'])(
    '%s sends a stranger to sign in',
    async (where) => {
      const answer = await clientOf(app.http).get(where);
      expect(answer.status).toBe(303);
      expect(answer.location).toMatch(/^\/can-bo\/dang-nhap(\?den=|$)/);
    },
  );
  test('a stranger cannot post', async () => {
    expect((await clientOf(app.http).post('/can-bo/don-vi', { name: 'x' })).status).toBe(401);
  });
  test('the right password, any case of the name; signing out ends it', async () => {
    const client = clientOf(app.http);
    expect((await client.post('/can-bo/dang-nhap', { login: 'QUAN.tri', password })).location).toBe(
      '/can-bo',
    );
    expect((await client.get('/can-bo')).status).toBe(200);
    const cookies = new Map(client.cookies);
    await client.post('/can-bo/dang-xuat', {});
    for (const [k, v] of cookies) client.cookies.set(k, v);
    expect((await client.get('/can-bo')).status).toBe(303);
  });
  test('a wrong name and a wrong password are told apart by nobody', async () => {
    const wrong = await clientOf(app.http).post('/can-bo/dang-nhap', {
      login: 'quan.tri',
      password: 'x'.repeat(12),
    });
    const unknown = await clientOf(app.http).post('/can-bo/dang-nhap', {
      login: 'nobody',
      password: 'x'.repeat(12),
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text.replace('quan.tri', 'nobody')).toBe(unknown.text);
  });
  test('many wrong tries lock the name for a while, even with the right password', async () => {
    const client = clientOf(app.http);
    for (let i = 0; i < 12; i++)
      await client.post('/can-bo/dang-nhap', { login: 'khoa.thu', password: 'x'.repeat(12) });
    expect((await client.post('/can-bo/dang-nhap', { login: 'khoa.thu', password })).status).toBe(429);
  });
  test('a form without its token, with another token or from another site is refused', async () => {
    const csrf = hidden((await admin.get('/can-bo')).text, '_csrf');
    expect((await admin.post('/can-bo/don-vi', { name: 'x' })).status).toBe(403);
    const another = csrf.replace(/./, (first) => (first === '0' ? '1' : '0'));
    expect((await admin.post('/can-bo/don-vi', { _csrf: another, name: 'x' })).status).toBe(403);
    expect(
      (await admin.post('/can-bo/don-vi', { _csrf: csrf, name: 'x' }, { origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
  });
});

test('the last admin can be neither disabled nor demoted', async () => {
  const page = (await admin.get('/can-bo/tai-khoan')).text;
  const own = await app.db
    .selectFrom('staff_account')
    .select('id')
    .where('login', '=', 'quan.tri')
    .executeTakeFirstOrThrow();
  await admin.post(`/can-bo/tai-khoan/${own.id}`, { _csrf: hidden(page, '_csrf'), role: 'viewer' });
  const still = await app.db
    .selectFrom('staff_account')
    .select('role')
    .where('id', '=', own.id)
    .executeTakeFirstOrThrow();
  expect(still.role).toBe('admin');
});

test('a question can be tried as of a day; the pages of the knowledge list what has lapsed', async () => {
  const shown = (await admin.get('/can-bo/kho?q=htx+can+may+nguoi&ngay=2023-05-01')).text;
  expect(shown).toContain('07 thành viên');
  const [, tried = ''] = /class="meta">Theo ngày([\s\S]*?)<\/p>/.exec(shown) ?? [];
  const [, card = '', title = ''] = /href="\/can-bo\/kho\/([^"]+)">([^<]+)<\/a>/.exec(tried) ?? [];
  expect(title).toBe(app.knowledge.cards.get(card)?.title);
  const all = (await admin.get('/can-bo/kho')).text;
  for (const topic of app.knowledge.topics.values()) expect(all).toContain(`<summary>${topic.title} (`);
  expect(all).toMatch(/<details class="fold"><summary>Đã qua hoặc qua một phần \(\d+\)<\/summary>/);
  const searched = (await admin.get('/can-bo/kho?tim=LE+PHI')).text;
  expect(searched).toMatch(
    /<details open><summary>Đăng ký hợp tác xã \(1\)<\/summary><ul><li>[^<]*<a[^>]*>[^<]*lệ phí/i,
  );
  expect(searched).not.toContain('<summary>Vay vốn (');
  const listed = (await admin.get('/can-bo/kho?han=400')).text;
  const due = dueWithin(knowledge, vietnamDay(new Date()), 400);
  expect(due.length).toBeGreaterThan(0);
  expect(listed).toContain(`Đến hạn trong 400 ngày (${due.length})`);
  expect((await admin.get('/can-bo/kho')).status).toBe(200);
  const partly = (await admin.get('/can-bo/kho/chinh-sach-cu-con-khong')).text;
  expect(partly).toContain('<dt>Tình trạng</dt><dd>qua một phần</dd>');
});

test('operator facts filled in take the warning away and reach the privacy page', async () => {
  const page = (await admin.get('/can-bo')).text;
  expect(page).toContain('Còn thiếu thông tin đơn vị');
  const sent = await admin.post('/can-bo/don-vi', {
    _csrf: hidden(page, '_csrf'),
    name: 'Phòng Kinh tế phường Yên Bái',
    phone: '02163 852 123',
    office: 'Số 1 Trần Phú',
    hours: 'giờ hành chính',
    responsible: 'Chị Hạnh',
  });
  expect(sent.status).toBe(303);
  expect((await admin.get('/can-bo')).text).not.toContain('Còn thiếu thông tin đơn vị');
  const privacy = async () => (await clientOf(app.http).get('/quyen-rieng-tu')).text;
  await expect.poll(privacy, { timeout: 10_000 }).toContain('Phòng Kinh tế phường Yên Bái');
});
