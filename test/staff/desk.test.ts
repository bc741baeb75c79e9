// The staff desk through the app: first link, sign-in, roles, forms with their token, leads, gaps, exports, two people at once.
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueWithin } from '../../src/knowledge/due.ts';
import { vietnamDay } from '../../src/language/dates.ts';
import { csvCell } from '../../src/staff/export.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Client, clientOf, hidden } from '../support/http.ts';
import { knowledge } from '../support/knowledge.ts';

let app: TestApp;
let admin: Client;
const password = 'mat khau rat dai 2026';
const newAccount = (login: string) => ({ login, name: `Cán bộ ${login}`, password, again: password });
const path = (link: string): string => new URL(link).pathname;

async function invite(role: 'staff' | 'viewer', login: string): Promise<Client> {
  const page = (await admin.get('/can-bo/tai-khoan')).text;
  const shown = await admin.post('/can-bo/tai-khoan/moi', { _csrf: hidden(page, '_csrf'), role });
  const link = /\/can-bo\/moi\/[A-Za-z0-9_-]+/.exec(shown.text)?.[0] ?? '';
  const client = clientOf(app.http);
  expect((await client.post(link, newAccount(login))).location).toBe('/can-bo');
  return client;
}

async function register(address: string, name: string, phone: string): Promise<void> {
  for (const line of [
    'đăng ký lập nhóm',
    'tht',
    'phường Văn Phú',
    'gà',
    '3',
    'đồng ý',
    name,
    phone,
    'sáng',
    'gửi đi',
  ])
    await app.say(address, line);
}

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
    expect((await admin.post('/can-bo/don-vi', { _csrf: csrf.replace(/./, '0'), name: 'x' })).status).toBe(
      403,
    );
    expect(
      (await admin.post('/can-bo/don-vi', { _csrf: csrf, name: 'x' }, { origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
  });
});

describe('leads', () => {
  let staff: Client;
  let viewer: Client;
  let lead: string;
  beforeAll(async () => {
    staff = await invite('staff', 'can.bo');
    viewer = await invite('viewer', 'nguoi.xem');
    await register('lan', '=HYPERLINK("x")', '0912345678').catch(() => undefined);
    await register('tung', 'Trần Văn Tùng', '0987654321');
    await register('hoa', '<b>Hoa</b>', '0356789012').catch(() => undefined);
    const list = await staff.get('/can-bo/phieu?q=0987654321');
    lead = /\/can-bo\/phieu\/([0-9a-f-]{36})/.exec(list.text)?.[1] ?? '';
  });

  test('are found by phone, by name without marks, and by code; not by part of a number', async () => {
    const code = /HTX-[2-9A-Z]{5}/.exec((await staff.get('/can-bo/phieu?q=0987654321')).text)?.[0] ?? '';
    for (const q of ['0987 654 321', '+84987654321', 'tran van tung', 'Trần Văn Tùng', code.toLowerCase()])
      expect((await staff.get(`/can-bo/phieu?q=${encodeURIComponent(q)}`)).text).toContain(code);
    expect((await staff.get('/can-bo/phieu?q=98765')).text).toContain('Không có phiếu nào khớp');
  });

  test('a viewer sees that it is there, not whose it is, and changes nothing', async () => {
    for (const where of ['/can-bo/phieu', `/can-bo/phieu/${lead}`]) {
      const page = (await viewer.get(where)).text;
      expect(page).not.toContain('Tùng');
      expect(page).not.toContain('987');
    }
    for (const where of [
      '/can-bo/phieu.csv',
      '/can-bo/phieu.xlsx',
      '/can-bo/tro-chuyen',
      '/can-bo/tai-khoan',
    ])
      expect((await viewer.get(where)).status).toBe(403);
    const csrf = hidden((await viewer.get('/can-bo/toi')).text, '_csrf');
    expect((await viewer.post(`/can-bo/phieu/${lead}/ghi-chu`, { _csrf: csrf, text: 'x' })).status).toBe(403);
  });

  test('two people changing one lead: the second is told, nothing is overwritten', async () => {
    const page = (await staff.get(`/can-bo/phieu/${lead}`)).text;
    const fields = { _csrf: hidden(page, '_csrf'), seen: hidden(page, 'seen'), reason: '' };
    app.setNow('2026-11-23T03:05:00Z');
    const first = await staff.post(`/can-bo/phieu/${lead}/tinh-trang`, { ...fields, status: 'contacted' });
    const second = await staff.post(`/can-bo/phieu/${lead}/tinh-trang`, { ...fields, status: 'closed' });
    expect((await staff.get(first.location ?? '')).text).not.toMatch(/role="alert"/);
    expect((await staff.get(second.location ?? '')).text).toMatch(/role="alert"/);
    const row = await app.db
      .selectFrom('lead')
      .select('status')
      .where('id', '=', lead)
      .executeTakeFirstOrThrow();
    expect(row.status).toBe('contacted');
    expect((await staff.get(`/can-bo/phieu/${lead}`)).text).toContain('Cán bộ can.bo');
  });

  test('a note is kept sealed and shown to staff', async () => {
    const page = (await staff.get(`/can-bo/phieu/${lead}`)).text;
    await staff.post(`/can-bo/phieu/${lead}/ghi-chu`, {
      _csrf: hidden(page, '_csrf'),
      text: 'Đã gọi, hẹn <thứ ba>',
    });
    expect((await staff.get(`/can-bo/phieu/${lead}`)).text).toContain('Đã gọi, hẹn &lt;thứ ba&gt;');
    expect(JSON.stringify(await app.db.selectFrom('lead_event').selectAll().execute())).not.toContain('hẹn');
  });

  test('a message to the person waits in their web talk', async () => {
    const page = (await staff.get(`/can-bo/phieu/${lead}`)).text;
    await staff.post(`/can-bo/phieu/${lead}/nhan`, {
      _csrf: hidden(page, '_csrf'),
      text: 'Mai tôi xuống xóm nhé',
    });
    const waiting = await app.db.selectFrom('outbox').select('id').where('status', '=', 'pending').execute();
    expect(waiting.length).toBeGreaterThan(0);
  });

  test('the CSV opens in Excel: mark, separator, Vietnamese, and no cell that runs', async () => {
    const csv = await staff.get('/can-bo/phieu.csv');
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    expect(csv.text.replace(/^\ufeff/, '').startsWith('sep=;\r\n')).toBe(true);
    expect(csv.text).toContain('"Trần Văn Tùng"');
    expect(csv.text).toContain('0987 654 321');
  });
  test.each(['=1+1', '+84', '-1', '@x', '\t=1', ' =1'])('a CSV cell %j is made words', (value) => {
    expect(csvCell(value)).toMatch(/^"'/);
  });

  test('the xlsx holds the same rows as text, and the export is in the audit log', async () => {
    const cookie = [...staff.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await app.http.request('/can-bo/phieu.xlsx', { headers: { cookie } });
    const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
    expect(rows[0]?.slice(0, 2)).toEqual(['Mã', 'Loại']);
    expect(rows.flat()).toContain('0987 654 321');
    expect((await admin.get('/can-bo/nhat-ky')).text).toContain('can.bo');
    const log = await app.db.selectFrom('audit').selectAll().where('action', '=', 'lead.exported').execute();
    expect(log.length).toBeGreaterThan(0);
  });
});

describe('gaps', () => {
  test('are grouped, answered once, and the answer reaches the asker', async () => {
    await app.say('g1', 'nuôi đà điểu thì kê vào ô số mấy');
    await app.say('g1', { kind: 'choose', id: 'do:later' });
    await app.say('g2', 'lam sao xin phep nuoi ca sau tren mai nha');
    const page = (await admin.get('/can-bo/cau-hoi')).text;
    expect(page).toContain('đà điểu');
    const gap = await app.db
      .selectFrom('gap')
      .select(['id', 'conversation_id'])
      .where('wants_reply', '=', 1)
      .executeTakeFirstOrThrow();
    const fields = {
      _csrf: hidden(page, '_csrf'),
      text: 'Việc này bạn hỏi trạm thú y.',
      conversation: gap.conversation_id,
    };
    await admin.post(`/can-bo/cau-hoi/${gap.id}/tra-loi`, fields);
    await admin.post(`/can-bo/cau-hoi/${gap.id}/tra-loi`, fields);
    const sent = await app.db
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', gap.conversation_id)
      .where('status', '=', 'pending')
      .execute();
    expect(sent.filter((m) => app.vault.unseal(m.body_sealed ?? '').includes('trạm thú y'))).toHaveLength(1);
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
  const listed = (await admin.get('/can-bo/kho?han=400')).text;
  const due = dueWithin(knowledge, vietnamDay(new Date()), 400);
  expect(due.length).toBeGreaterThan(0);
  expect(listed).toContain(`Đến hạn trong 400 ngày (${due.length})`);
  expect((await admin.get('/can-bo/kho')).status).toBe(200);
});

test('operator facts filled in take the warning away and reach the privacy page', async () => {
  const page = (await admin.get('/can-bo')).text;
  const sent = await admin.post('/can-bo/don-vi', {
    _csrf: hidden(page, '_csrf'),
    name: 'Phòng Kinh tế phường Yên Bái',
    phone: '02163 852 123',
    office: 'Số 1 Trần Phú',
    hours: 'giờ hành chính',
  });
  expect(sent.status).toBe(303);
  expect((await admin.get('/can-bo')).text).toContain('Phòng Kinh tế phường Yên Bái');
});
