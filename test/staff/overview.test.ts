// The first page: this year beside the plan, dates that are over, the erased who are nobody's work, and the unit's own facts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPast, yearlyTarget } from '../../src/knowledge/targets.ts';
import { eraseLeads } from '../../src/leads/store/write.ts';
import { isPhoneLine } from '../../src/staff/unit-facts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountId, csrfOf, firstAdmin, invited } from '../support/desk.ts';
import type { Client } from '../support/http.ts';
import { knowledge } from '../support/knowledge.ts';
import { addLead } from '../support/leads.ts';

let app: TestApp;
let admin: Client;
const overview = async (): Promise<string> => (await admin.get('/can-bo')).text;
const newLeads = async (): Promise<string | undefined> =>
  /<b>(\d+)<\/b> phiếu mới/.exec(await overview())?.[1];

async function register(address: string, form: string, phone: string): Promise<void> {
  for (const line of [
    'đăng ký lập nhóm',
    form,
    'phường Văn Phú',
    'gà',
    '12',
    'đồng ý',
    'Lò Văn An',
    phone,
    'tối',
    'gửi đi',
  ])
    await app.say(address, line);
}
async function setStatus(address: string, status: string): Promise<void> {
  const lead = await app.db
    .selectFrom('lead')
    .innerJoin('identity', 'identity.id', 'lead.identity_id')
    .select(['lead.id', 'lead.updated_at'])
    .where('identity.address', '=', address)
    .executeTakeFirstOrThrow();
  await admin.post(`/can-bo/phieu/${lead.id}/xu-ly`, {
    ...{ to: '', note: '', message: '' },
    _csrf: await csrfOf(admin),
    seen: lead.updated_at,
    status,
    reason: '',
  });
}

beforeAll(async () => {
  app = await startTestApp();
  admin = await firstAdmin(app);
});
afterAll(() => app.close());

describe('this year beside the plan', () => {
  test('begins at nothing, with what a year asks for, in words and as a bar', async () => {
    const page = await overview();
    expect(page).toMatch(
      /<p id="dat-tht"><b>0<\/b> \/ 30 tổ hợp tác mới · còn thiếu 30<\/p>\s*<progress max="30" value="0" aria-labelledby="dat-tht">/,
    );
    expect(page).toMatch(/<b>0<\/b> \/ 5 hợp tác xã mới · còn thiếu 5/);
    expect(page).toContain('Chỉ đếm phiếu của bàn này');
  });

  test('counts what became formed this year, and moves it to the years before when the year is over', async () => {
    await register('a', 'tht', '0912345678');
    await register('b', 'htx', '0987654321');
    await setStatus('a', 'formed');
    await setStatus('b', 'contacted');
    const page = await overview();
    expect(page).toMatch(/<b>1<\/b> \/ 30 tổ hợp tác mới · còn thiếu 29/);
    expect(page).toContain(
      'Số người ghi trên các phiếu đó (mỗi hộ tính là một): 12, chỉ tiêu 90 thành viên.',
    );
    expect(page).toMatch(/<b>0<\/b> \/ 5 hợp tác xã/);

    app.setNow('2027-01-02T03:00:00Z');
    admin.cookies.clear();
    await admin.post('/can-bo/dang-nhap', { login: 'quan.tri', password: 'mat khau rat dai 2026' });
    const later = await overview();
    expect(later).toContain('Năm 2027');
    expect(later).toMatch(/<b>0<\/b> \/ 30 tổ hợp tác/);
    expect(later).toMatch(/data-label="Năm">2026<\/td><td data-label="Tổ hợp tác \(chỉ tiêu 30\)">1</);
  });

  test('a target whose year is over says so and stands last', async () => {
    const page = await overview();
    expect(page).toMatch(/Đến năm 2025 <span class="status">đã qua<\/span>/);
    expect(page).not.toMatch(/Đến năm 2030 <span/);
    expect(page.indexOf('Đến năm 2025')).toBeGreaterThan(page.indexOf('Đến năm 2045'));
  });

  test('targets by the knowledge: the last day of a year still belongs to it', () => {
    expect(isPast({ when: 2025 }, '2025-12-31')).toBe(false);
    expect(isPast({ when: 2025 }, '2026-01-01')).toBe(true);
    expect(isPast({ when: 'year' }, '2050-01-01')).toBe(false);
    expect(yearlyTarget(knowledge, 'new-htx')).toBe(5);
    expect(yearlyTarget(knowledge, 'good-share')).toBeUndefined();
  });
});

test('a lead whose person had everything erased is no new lead', async () => {
  const before = Number(await newLeads());
  await register('c', 'tht', '0356789012');
  expect(await newLeads()).toBe(String(before + 1));
  await app.say('c', 'xóa thông tin của tôi');
  await app.say('c', { kind: 'choose', id: 'data:erase' });
  expect(await newLeads()).toBe(String(before));
});

test('says whom to call first and who waits for an answer, to those who can', async () => {
  const viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
  const first = await addLead(app, { name: 'Người Đến Trước' }, '2026-11-01T03:00:00Z');
  await addLead(app, { name: 'Người Đến Sau' }, '2026-11-02T03:00:00Z');
  const page = await overview();
  expect(page).toMatch(
    new RegExp(`Gọi trước: <a class="whole" href="/can-bo/phieu/${first}\\?status=new">HTX-\\w+</a>`),
  );
  expect(page).toContain('gửi 01/11/2026 10:00');
  expect(page).toContain('<b>0</b> người chờ cán bộ');
  await app.say('d', 'nuôi đà điểu thì kê vào ô số mấy');
  await app.say('d', 'trả lời sau');
  expect(await overview()).toContain('xem=cho"><b>1</b> người chờ cán bộ');
  expect((await viewer.get('/can-bo')).text).not.toMatch(/Gọi trước|người chờ cán bộ/);
});

test('“Việc của tôi”: what is given to whoever looks and is not finished, the longest waiting first', async () => {
  const mine = await invited(app, admin, { role: 'staff', login: 'can.bo' });
  const page = async (who = mine) => (await who.get('/can-bo')).text;
  expect(await page()).toContain('Bạn không có phiếu nào đang làm.');
  const me = await accountId(app, 'can.bo');
  const give = async (id: string, status = 'contacted', to = me) =>
    app.db.updateTable('lead').set({ assigned_to: to, status }).where('id', '=', id).execute();
  const late = await addLead(app, { name: '<i>Muộn</i>', phone: '+84912345678' }, '2026-12-02T03:00:00Z');
  const early = await addLead(
    app,
    { name: 'Sớm', phone: '+84987654321', bestTime: 'tối' },
    '2026-12-01T03:00:00Z',
  );
  const others = await addLead(app, { name: 'Của Người Khác' }, '2026-11-30T03:00:00Z');
  const done = await addLead(app, { name: 'Xong Rồi' }, '2026-11-30T03:00:00Z');
  const gone = await addLead(app, { name: 'Đã Xóa Mất' }, '2026-11-30T03:00:00Z');
  for (const id of [late, early, gone]) await give(id);
  await give(others, 'contacted', await accountId(app, 'quan.tri'));
  await give(done, 'closed');
  await eraseLeads(app.db, [gone], new Date('2026-12-03T03:00:00Z'));
  const shown = /<h2>Việc của tôi<\/h2>[\s\S]*?<\/section>/.exec(await page())?.[0] ?? '';
  expect([...shown.matchAll(/href="\/can-bo\/phieu\/([^?]+)\?assigned=me"/g)].map((m) => m[1])).toEqual([
    early,
    late,
  ]);
  expect(shown).toMatch(/href="tel:\+84987654321">0987 654 321<[\s\S]*>tối</);
  expect(shown).toContain('&lt;i&gt;Muộn&lt;/i&gt;');
  expect(shown).not.toMatch(/Của Người Khác|Xong Rồi|Đã Xóa Mất|phiếu nữa/);
  await app.db.updateTable('lead').set({ call_back_on: '2026-12-30' }).where('id', '=', late).execute();
  const due = await page();
  expect(due.indexOf(late)).toBeLessThan(due.indexOf(early));
  expect(due).toContain('quá hẹn gọi 30/12/2026');
  expect(due).toContain('call=due"><b>1</b> đến hẹn gọi lại');
  for (let i = 0; i < 10; i++) await give(await addLead(app, {}, '2026-12-03T03:00:00Z'));
  expect(await page()).toContain('Còn 2 phiếu nữa: <a href="/can-bo/phieu?assigned=me">');
  const viewer = await invited(app, admin, { role: 'viewer', login: 'chi.xem' });
  expect(await page(viewer)).not.toContain('Việc của tôi');
});

describe("the unit's facts", () => {
  const send = async (fields: Record<string, string>) =>
    admin.post('/can-bo/don-vi', { _csrf: await csrfOf(admin), ...fields });
  const stored = async (key: string): Promise<string | undefined> =>
    (await app.db.selectFrom('operator').select('value').where('key', '=', key).executeTakeFirst())?.value;

  test('a phone that is none is told so, what was typed stays, nothing is saved', async () => {
    const answer = await send({ name: 'Phòng Kinh tế <Yên Bái>', phone: 'abc xyz' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('role="alert">Chưa lưu, còn dòng phải sửa: Số điện thoại.');
    expect(answer.text).toMatch(/id="ve-phone" class="wrong">Số điện thoại “abc xyz” chưa đúng/);
    expect(answer.text).toContain('value="Phòng Kinh tế &lt;Yên Bái&gt;"');
    expect(answer.text).toMatch(/name="phone"[^>]*value="abc xyz"[^>]*aria-invalid="true"/);
    expect(await stored('name')).toBeUndefined();
  });

  test('a good one is saved and stands on the first page', async () => {
    expect((await send({ name: 'Phòng Kinh tế', phone: '0216 3852 123, 0912 345 678' })).status).toBe(303);
    expect(await stored('phone')).toBe('0216 3852 123, 0912 345 678');
    expect(await overview()).toContain('Đơn vị vận hành: Phòng Kinh tế');
  });

  test('a line that a database would refuse is refused with words', async () => {
    const answer = await send({ name: 'Phòng\u0007Kinh tế', phone: '' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('chỉ một dòng');
    expect(await stored('name')).toBe('Phòng Kinh tế');
  });

  test.each([
    ['02163 852 123', true],
    ['0216.3852.123 (máy lẻ 12)', true],
    ['1900 1234', true],
    ['0912345678 hoặc 0216 3852 123', true],
    ['12345', false],
    ['0216 3852', false],
    ['0912345678,', false],
    ['gọi bác An', false],
  ])('%s: %s', (text, good) => {
    expect(isPhoneLine(text)).toBe(good);
  });
});
