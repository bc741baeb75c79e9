// The list of leads at the desk: search, filters, paging, what viewers may not learn, and the files it is taken away as.
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseLeads } from '../../src/leads/store/write.ts';
import { csvCell } from '../../src/staff/export.ts';
import { addressEnd, filterOf, isFiltered, LeadQuery } from '../../src/staff/lead-query.ts';
import { downloads } from '../../src/staff/pages/leads.ts';
import { paged, pageOf } from '../../src/staff/pages/paging.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountId, firstAdmin, invited, signedIn } from '../support/desk.ts';
import type { Client } from '../support/http.ts';
import { addLead } from '../support/leads.ts';

let app: TestApp;
let staff: Client;
let viewer: Client;
let erased: string;
const formula = '=HYPERLINK("http://x","y")';
const list = async (end: string, who = staff): Promise<string> => (await who.get(`/can-bo/phieu${end}`)).text;
const codesIn = (page: string): string[] => [...page.matchAll(/>(HTX-[2-9A-Z]{5})</g)].map((m) => m[1] ?? '');

beforeAll(async () => {
  app = await startTestApp();
  const admin = await firstAdmin(app);
  staff = await invited(app, admin, { role: 'staff', login: 'can.bo' });
  viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
  const tung = { name: 'Trần Văn Tùng', phone: '+84987654321', members: 7, place: 'phuong-van-phu' };
  await addLead(app, tung, '2026-11-22T20:30:00Z', '2026-11-21T18:00:00.000Z');
  await addLead(app, { name: '<b>Hoa</b>', phone: '+84356789012', form: 'htx', productText: formula });
  erased = await addLead(app, { name: 'Người Đã Xóa', phone: '+84912345678' });
  await eraseLeads(app.db, [erased], new Date('2026-11-23T03:00:00Z'));
});
afterAll(() => app.close());

describe('search', () => {
  test('by phone, by name without marks, by code with or without its head; not by part of a number', async () => {
    const [code = ''] = codesIn(await list('?q=0987654321'));
    expect(code).not.toBe('');
    const bare = code.slice(4).toLowerCase();
    for (const q of ['0987 654 321', '+84987654321', 'tran van tung', 'Trần Văn Tùng', code, bare])
      expect(codesIn(await list(`?q=${encodeURIComponent(q)}`))).toEqual([code]);
    const none = await list('?q=98765');
    expect(none).toContain('Không có phiếu nào khớp');
    expect(none).toContain('phải gõ đủ');
  });

  test('a viewer finds by code alone: a number or a name tells them nothing', async () => {
    const [code = ''] = codesIn(await list('?q=0987654321'));
    expect(codesIn(await list(`?q=${code}`, viewer))).toEqual([code]);
    for (const q of ['0987654321', 'tran+van+tung'])
      expect(codesIn(await list(`?q=${q}`, viewer))).toEqual([]);
    expect(await list('', viewer)).not.toMatch(/Tùng|Hoa|\+84987|0987 654/);
  });
});

test('what a person wrote is words on the page, never markup', async () => {
  const page = await list('');
  expect(page).toContain('&lt;b&gt;Hoa&lt;/b&gt;');
  expect(page).not.toContain('<b>Hoa</b>');
});

test('a day to call back stands in the list, which finds what is due, and in both files', async () => {
  const id = await addLead(app, { name: 'Hẹn Rồi' });
  const on = (day: string | null) =>
    app.db.updateTable('lead').set({ call_back_on: day }).where('id', '=', id).execute();
  for (const [day, words] of [
    ['2026-11-22', '<b class="wants">quá hẹn gọi 22/11/2026</b>'],
    ['2026-11-23', '<b class="wants">hẹn gọi hôm nay</b>'],
    ['2026-11-24', '<span>hẹn gọi 24/11/2026</span>'],
  ] as const) {
    await on(day);
    expect(await list('')).toContain(words);
    expect(codesIn(await list('?call=set'))).toHaveLength(1);
    expect(codesIn(await list('?call=due'))).toHaveLength(day > '2026-11-23' ? 0 : 1);
  }
  expect((await staff.get('/can-bo/phieu.csv?call=set')).text).toContain('"24/11/2026"');
  const cookie = [...staff.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  const answer = await app.http.request('/can-bo/phieu.xlsx?call=set', { headers: { cookie } });
  const rows = await readSheet(Buffer.from(await answer.arrayBuffer()));
  expect(rows[1]?.[rows[0]?.indexOf('Hẹn gọi lại') ?? -1]).toEqual(new Date('2026-11-24T00:00:00Z'));
  await app.db.deleteFrom('lead').where('id', '=', id).execute();
});

test('an erased lead is no new one: it stands apart, and says so', async () => {
  const page = await list('');
  for (const tab of ['Tất cả <b>3</b>', 'Mới <b>2</b>', 'Đã xóa <b>1</b>']) expect(page).toContain(tab);
  expect(await list('?status=new')).not.toContain(erased);
  expect(await list('?status=erased')).toMatch(/status erased">Đã xóa</);
  expect((await staff.get(`/can-bo/phieu/${erased}`)).text).not.toContain('<h2 id="xu-ly">');
});

test.each([
  '?kind=callback',
  '?form=unsure',
  '?product=che',
  '?assigned=me',
  '?place=phuong-yen-bai',
  '?status=closed',
  '?call=due',
  '?call=set',
])('an empty list says why: %s', async (end) => {
  const page = await list(end);
  expect(page).toContain('Không có phiếu nào khớp');
  expect(page).not.toContain('Chưa có phiếu nào');
});

test('fifty to a page; a page that is not there is the last; the lead keeps the way back', async () => {
  for (let i = 0; i < 52; i++) await addLead(app, { place: 'phuong-au-lau' }, '2026-11-20T00:00:00Z');
  const end = '?place=phuong-au-lau';
  const first = await list(end);
  expect(codesIn(first)).toHaveLength(50);
  expect(first).toContain('1–50 trong 52 phiếu. Trang 1/2');
  for (const page of ['2', '99', '9999']) {
    const last = await list(`${end}&page=${page}`);
    expect(codesIn(last)).toHaveLength(2);
    expect(last).toContain('51–52 trong 52 phiếu. Trang 2/2');
  }
  const href = /href="(\/can-bo\/phieu\/[^"]+page=2)"/.exec(await list(`${end}&page=2`))?.[1] ?? '';
  const lead = (await staff.get(href.replaceAll('&amp;', '&'))).text;
  expect(lead).toContain('href="/can-bo/phieu?place=phuong-au-lau&amp;page=2">Về danh sách');
  expect(lead).toContain('← Mới hơn');
});

describe('files', () => {
  const file = async (name: string, who = staff) => {
    const cookie = [...who.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    return app.http.request(`/can-bo/${name}`, { headers: { cookie } });
  };
  test('the CSV opens in Excel: mark, separator, Vietnamese, and no cell that runs', async () => {
    const answer = await file('phieu.csv');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8').slice(1);
    expect(text.startsWith('sep=;\r\n')).toBe(true);
    for (const cell of [
      '"Trần Văn Tùng"',
      '"0987 654 321"',
      '"7"',
      '"22/11/2026 01:00"',
      '"23/11/2026 03:30"',
    ])
      expect(text).toContain(cell);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    expect(text).not.toContain('"=');
  });
  test.each([
    '=1+1',
    '+84',
    '-1',
    '@x',
    '\t=1',
    ' =1',
    '\u0001=1',
    ' \u0001=1',
    '\u001b@x',
    '＝HYPERLINK(1)',
    '\u200b=1',
    '\ufeff＋1',
  ])('a CSV cell %j is made words', (value) => {
    expect(csvCell(value)).toMatch(/^"'/);
  });

  test('in the xlsx numbers are numbers, times are times of Việt Nam, a formula is words', async () => {
    const rows = await readSheet(Buffer.from(await (await file('phieu.xlsx?q=0987654321')).arrayBuffer()));
    const [head = [], row = []] = rows;
    const cell = (name: string) => row[head.indexOf(name)];
    expect(cell('Điện thoại')).toBe('0987 654 321');
    expect(cell('Số người, hộ')).toBe(7);
    expect(cell('Phường, xã')).toBe('phường Văn Phú');
    for (const [name, at] of [
      ['Đồng ý lúc', '2026-11-22T01:00:00Z'],
      ['Gửi lúc', '2026-11-23T03:30:00Z'],
    ] as const) {
      expect(cell(name)).toBeInstanceOf(Date);
      expect(Math.abs(Number(cell(name)) - Date.parse(at))).toBeLessThan(1000);
    }
    const all = await readSheet(Buffer.from(await (await file('phieu.xlsx')).arrayBuffer()));
    expect(all.flat()).toContain(formula);
  });

  test('hold the newest 20,000, and where there are more the page says so', () => {
    const said = (total: number): string => String(downloads(LeadQuery.parse({}), total));
    expect(said(20_001)).toContain('chỉ 20.000 phiếu mới nhất');
    expect(said(20_000)).toContain('phieu.csv');
    expect(said(20_000)).not.toContain('mới nhất');
  });

  test('are for staff alone, and each is in the audit log with how many rows left the house', async () => {
    for (const name of ['phieu.csv', 'phieu.xlsx']) expect((await file(name, viewer)).status).toBe(403);
    await file('phieu.csv?q=0987654321');
    const log = await app.db.selectFrom('audit').selectAll().where('action', '=', 'lead.exported').execute();
    expect(log.map((l) => l.detail)).toContain('1');
  });
});

test.each([
  [undefined, 1],
  ['', 1],
  ['x', 1],
  ['-1', 1],
  ['0', 1],
  ['1.01', 1],
  ['1e30', 1],
  ['7', 7],
])('page %j is page %i', (typed, page) => {
  expect(pageOf.parse(typed)).toBe(page);
});
test.each([
  [1, 0, { page: 1, pages: 1, offset: 0 }],
  [1, 50, { page: 1, pages: 1, offset: 0 }],
  [2, 51, { page: 2, pages: 2, offset: 50 }],
  [9, 304, { page: 7, pages: 7, offset: 300 }],
])('page %i of %i rows', (wanted, total, at) => {
  expect(paged(wanted, total, 50)).toMatchObject(at);
});

test.each([
  ['', false, ''],
  ['page=3', false, ''],
  ['status=no-such', false, ''],
  ['q=+&place=a', true, '?place=a'],
  ['q=tung+anh&status=new&page=2', true, '?q=tung+anh&status=new'],
  ['assigned=me', true, '?assigned=me'],
])('the query %j', (typed, filtered, end) => {
  const query = LeadQuery.parse(Object.fromEntries(new URLSearchParams(typed)));
  expect([isFiltered(query), addressEnd(query)]).toEqual([filtered, end]);
});
test('"mine" is the asker, and a viewer asks by code', () => {
  const query = LeadQuery.parse({ q: '0987654321', assigned: 'me' });
  expect(filterOf(query, { id: 'a1', role: 'staff' }, '2026-11-23')).toMatchObject({
    search: '0987654321',
    assigned: 'a1',
  });
  expect(filterOf(query, { id: 'a2', role: 'viewer' }, '2026-11-23')).toEqual({
    code: '0987654321',
    assigned: 'a2',
  });
});

test('the leads of whoever leaves are found: the page that asks before locking tells of them, and the list can be filtered by anyone', async () => {
  const admin = await signedIn(app, 'quan.tri');
  const left = await accountId(app, 'can.bo');
  const asked = `/can-bo/tai-khoan/${left}/khoa`;
  expect((await admin.get(asked)).text).not.toContain('đang làm giao cho');
  const theirs = await addLead(app, { name: 'Đang Làm', phone: '+84912000001' });
  await app.db.updateTable('lead').set({ assigned_to: left }).where('id', '=', theirs).execute();
  const { text } = await admin.get(asked);
  expect(text).toContain('Còn 1 phiếu đang làm giao cho người này');
  const [, link = ''] = /href="(\/can-bo\/phieu\?[^"]+)"/.exec(text) ?? [];
  expect(codesIn((await admin.get(link)).text)).toHaveLength(1);
  expect((await admin.get(link)).text).toContain(`<option value="${left}" selected>Cán bộ can.bo</option>`);
});

test('a viewer reads no name or number in the lines that people typed freely', async () => {
  const id = await addLead(app, {
    name: 'Trần Văn Ánh',
    phone: '+84912000002',
    placeText: 'bản Lùng, nhà Trần Văn Ánh',
    productText: 'chè của tôi Lò Thị Sao',
    bestTime: 'tối, gọi vợ tôi chị Nguyễn Thị Hiên 0987 111 222',
  });
  const pages = async (who: Client) =>
    `${await list('', who)} ${(await who.get(`/can-bo/phieu/${id}`)).text}`;
  const names = /Văn Ánh|Thị Sao|Thị Hiên|111 222/;
  const seen = await pages(viewer);
  expect(seen).not.toMatch(names);
  expect(seen).toContain('chè của tôi [tên]');
  expect(seen).toContain('tối, gọi vợ tôi');
  for (const part of ['Trần Văn Ánh', 'Lò Thị Sao', 'Nguyễn Thị Hiên'])
    expect(await pages(staff)).toContain(part);
});
