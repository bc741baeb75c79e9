// The audit log as an admin reads it: Vietnamese words, lead codes and names, links to what was done, and filters that hide the rest.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditActions } from '../../src/database/audit.ts';
import { actionKinds, actionsOfKind, actionWords, detailWords } from '../../src/staff/audit-words.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountId, csrfOf, firstAdmin, invited } from '../support/desk.ts';
import { type Client, hidden } from '../support/http.ts';

let app: TestApp;
let admin: Client;
let lead: { id: string; code: string };
const log = async (query = ''): Promise<string> => (await admin.get(`/can-bo/nhat-ky${query}`)).text;
/** Each line as "who | what | to what | detail". */
const lines = (page: string): string[] =>
  [...page.matchAll(/<tr><td data-label="Lúc">.*?<\/tr>/gs)].map((row) =>
    [...row[0].matchAll(/<td data-label="(?:Ai|Việc|Với|Chi tiết)">(.*?)<\/td>/gs)]
      .map((cell) => cell[1]?.replace(/<[^>]*>/g, ''))
      .join(' | '),
  );

beforeAll(async () => {
  app = await startTestApp();
  admin = await firstAdmin(app, 'hanh', 'Lê Thị Hạnh');
  for (const line of [
    'đăng ký lập nhóm',
    'tht',
    'phường Văn Phú',
    'gà',
    '3',
    'đồng ý',
    'Lò Văn An',
    '0912345678',
    'tối',
    'gửi đi',
  ])
    await app.say('an', line);
  lead = await app.db.selectFrom('lead').select(['id', 'code']).executeTakeFirstOrThrow();
  const staff = await invited(app, admin, { role: 'staff', login: 'hoa', name: 'Lò Thị Hoa' });
  const page = (await staff.get(`/can-bo/phieu/${lead.id}`)).text;
  const _csrf = hidden(page, '_csrf');
  const seen = hidden(page, 'seen');
  await staff.post(`/can-bo/phieu/${lead.id}/xu-ly`, {
    ...{ _csrf, seen, status: 'contacted' },
    ...{ reason: '', to: '', note: '', message: 'Mai tôi gọi' },
  });
  await admin.post(`/can-bo/tai-khoan/${await accountId(app, 'hoa')}`, {
    _csrf: await csrfOf(admin),
    role: 'viewer',
  });
});
afterAll(() => app.close());

test('says who did what to which lead, account or talk, in words', async () => {
  const all = await log();
  const said = lines(all);
  for (const line of [
    `Người dân | Gửi phiếu | ${lead.code} | `,
    `Lò Thị Hoa | Mở xem phiếu | ${lead.code} | `,
    `Lò Thị Hoa | Đổi tình trạng phiếu | ${lead.code} | Mới → Đã liên hệ`,
    'Lò Thị Hoa | Nhắn cho người dân | trò chuyện Web | ',
    'Lê Thị Hạnh | Đổi tài khoản | Lò Thị Hoa | quyền mới: Chỉ xem',
    'Lê Thị Hạnh | Mời lập tài khoản |  | Cán bộ',
  ])
    expect(said).toContain(line);
  expect(all).toContain(`<a href="/can-bo/phieu/${lead.id}">${lead.code}</a>`);
  expect(all).toMatch(/<a href="\/can-bo\/tro-chuyen\/[0-9a-f-]{36}">trò chuyện Web<\/a>/);
  expect(all).not.toMatch(/lead\.|account\.|talk\.|viewer|disabled|>person</);
});

describe('filters', () => {
  test("hide the farmers' own events, or show one person, or one kind", async () => {
    const staffOnly = lines(await log('?ai=staff'));
    expect(staffOnly.length).toBeGreaterThan(3);
    expect(staffOnly.filter((l) => l.startsWith('Người dân'))).toEqual([]);
    const people = lines(await log('?ai=person'));
    expect(people).toEqual([`Người dân | Gửi phiếu | ${lead.code} | `]);
    const hoa = lines(await log(`?ai=${await accountId(app, 'hoa')}&loai=look`));
    expect(hoa.length).toBeGreaterThan(0);
    expect(new Set(hoa)).toEqual(new Set([`Lò Thị Hoa | Mở xem phiếu | ${lead.code} | `]));
  });

  test('stay chosen, also on the next page', async () => {
    const at = '2026-11-23T03:00:00.000Z';
    const row = { at, actor: 'person', action: 'lead.created', subject: lead.id, detail: '' };
    await app.db
      .insertInto('audit')
      .values(Array.from({ length: 70 }, (_, i) => ({ ...row, id: `many-${i}` })))
      .execute();
    const first = await log('?ai=person&loai=lead');
    expect(first).toContain('<option value="person" selected>');
    expect(first).toContain('<option value="lead" selected>');
    expect(first).toMatch(/<nav class="paging" aria-label="Trang">[\s\S]*1–50 trong 71 việc\. Trang 1\/2/);
    const next = /nhat-ky(\?[^"]*page=2)">Cũ hơn/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(lines(await log(next))).toHaveLength(21);
    expect(await log('?ai=person&loai=account')).toContain('Không có việc nào như vậy');
    // A page after the last is the last, as in every list.
    expect(lines(await log('?ai=person&loai=lead&page=99'))).toHaveLength(21);
  });

  test.each(['?ai=ai-do', '?loai=drop+table', '?page=1.01', '?page=1e30', '?page=-1', '?page=x'])(
    '%s is told, not obeyed',
    async (query) => {
      const answer = await admin.get(`/can-bo/nhat-ky${query}`);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('không có thật nên bỏ qua');
    },
  );
});

describe('words', () => {
  test('every action has its own, and one kind under which it is found', () => {
    expect(new Set(auditActions.map(actionWords)).size).toBe(auditActions.length);
    const found = (Object.keys(actionKinds) as (keyof typeof actionKinds)[]).flatMap(actionsOfKind);
    expect(found.sort()).toEqual([...auditActions].sort());
  });

  test.each([
    ['lead.assigned', 'nobody', 'không giao ai'],
    ['lead.assigned', 'a1', 'cho Lò Thị Hoa'],
    ['lead.exported', '50', '50 phiếu'],
    ['account.changed', '{"disabled":true}', 'khóa'],
    ['account.changed', '{"role":"admin","disabled":false}', 'quyền mới: Quản trị; mở khóa'],
    ['account.changed', 'not json', 'not json'],
    ['account.invited', 'admin, from the command line', 'Quản trị, từ máy chủ'],
    ['person.erased', '2 leads', '2 phiếu'],
    ['retention', '{"inbound":3,"talks":0,"leads":1}', '3 mã tin đã nhận, 1 phiếu'],
    [
      'database.restored',
      '{"latest":"2026-11-23T03:00:00Z","again":1,"unsent":2}',
      'bản sao đến 23/11/2026 10:00; xóa lại 1 người, bỏ 2 tin',
    ],
    ['something.newer', 'x', 'x'],
  ])('%s %s', (action, detail, words) => {
    expect(detailWords(action, detail, new Map([['a1', 'Lò Thị Hoa']]))).toBe(words);
  });
});
