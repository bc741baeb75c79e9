// Bringing leads together at the desk: who may, what each lead shows, what was typed stays, and the people themselves learn nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { csrfOf, firstAdmin, invited } from '../support/desk.ts';
import type { Client } from '../support/http.ts';
import { addLead } from '../support/leads.ts';

let app: TestApp;
let staff: Client;
let viewer: Client;
let csrf: string;
let at: string;
let hoa: string;
let pao: string;

beforeAll(async () => {
  app = await startTestApp();
  const admin = await firstAdmin(app);
  staff = await invited(app, admin, { role: 'staff', login: 'can.bo' });
  viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
  csrf = await csrfOf(staff);
  const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
  for (const line of lines.split('|')) await app.say('tung', line);
  const lead = await app.db.selectFrom('lead').selectAll().executeTakeFirstOrThrow();
  at = `/can-bo/phieu/${lead.id}`;
  const wish = { place: lead.place ?? '', product: lead.product ?? '' };
  hoa = await addLead(app, {
    ...wish,
    name: 'Lò <b>Hoa</b>',
    phone: '+84356789012',
    members: 5,
    memberUnit: 'hộ',
  });
  pao = await addLead(app, { ...wish, name: 'Giàng A Páo', phone: '+84912345678' });
});
afterAll(() => app.close());

const text = async (path: string | null, who = staff) => (await who.get(path ?? '')).text;
const post = (path: string, fields: Record<string, string> = {}, who = staff, token = csrf) =>
  who.post(`${at}/nhom${path}`, { _csrf: token, ...fields });

test('from a lead one goes to those alike, each with a box, what people wrote as words', async () => {
  expect(await text(`${at}?status=new`)).toContain(`<a href="${at}/nhom?status=new">ghép thành một nhóm</a>`);
  const page = await text(`${at}/nhom`);
  expect(page).toMatch(new RegExp(`name="ids\\[\\]" value="${hoa}"> <span><b>HTX-\\w+</b> Lò &lt;b&gt;Hoa`));
  expect(page).toContain('0912 345 678');
  expect(page).toContain(' · 5 hộ · ');
  expect(page).not.toContain(' checked');
});

test('nobody chosen, too long a note, nobody left to join: said with words, and what was typed stays', async () => {
  const nobody = await post('', { note: 'họp thứ ba' });
  expect([nobody.status, nobody.text.includes('chưa chọn phiếu nào')]).toEqual([400, true]);
  expect(nobody.text).toContain('>họp thứ ba<');
  const long = await post('', { 'ids[]': hoa, note: 'dài '.repeat(500) });
  expect([long.status, long.text.includes('dài quá 1.500 chữ')]).toEqual([400, true]);
  expect(long.text).toContain(`value="${hoa}" checked`);
  await app.db.updateTable('lead').set({ status: 'closed' }).where('id', '=', pao).execute();
  const late = await post('', { 'ids[]': pao, note: '' });
  expect([late.status, late.text.includes('Bạn chọn lại.')]).toEqual([409, true]);
  await app.db.updateTable('lead').set({ status: 'new' }).where('id', '=', pao).execute();
});

test('a viewer joins nobody, nor does a form without its token', async () => {
  expect((await viewer.get(`${at}/nhom`)).status).toBe(403);
  for (const path of ['', '/ghi-chu', '/ra']) {
    expect((await post(path, { 'ids[]': hoa, note: 'x' }, viewer, await csrfOf(viewer))).status).toBe(403);
    expect((await post(path, { 'ids[]': hoa, note: 'x' }, staff, 'x')).status).toBe(403);
  }
  const grouped = await app.db.selectFrom('lead').select('id').where('group_id', 'is not', null).execute();
  expect(grouped).toEqual([]);
});

test('joined, each lead shows the others and the note; a viewer sees codes alone', async () => {
  const done = await post('?status=new', { 'ids[]': hoa, note: 'họp <thứ ba>' });
  expect(done.location).toBe(`${at}?status=new&ok=grouped`);
  const page = await text(done.location);
  expect(page).toContain('Đã ghép thành một nhóm.');
  expect(page).toContain('Nhóm sáng lập: phiếu này và 1 phiếu');
  expect(page).toMatch(/Lò &lt;b&gt;Hoa&lt;\/b&gt; <a class="whole" href="tel:\+84356789012">/);
  expect(page).toContain('còn <a href="/can-bo/phieu?');
  expect(page).toContain('>1 phiếu khác</a>');
  const other = await text(`/can-bo/phieu/${hoa}`);
  expect(other).toContain('Trần Văn Tùng');
  expect(other).toMatch(/Ghép nhóm<\/b>: nhóm 2 phiếu[\s\S]*họp &lt;thứ ba&gt;/);
  const seen = await text(at, viewer);
  expect(seen).toContain('Nhóm sáng lập');
  expect(seen).not.toMatch(/Hoa|356789012|356 789|thứ ba|nhom"|nhom\?/);
});

test('a note for all, and one taken out again', async () => {
  expect(await text((await post('/ghi-chu', { note: 'mời ủy ban' })).location)).toContain(
    'Đã ghi chú vào mọi phiếu',
  );
  expect(await text(`/can-bo/phieu/${hoa}`)).toContain('mời ủy ban');
  expect(await text((await post('/ghi-chu', { note: ' ' })).location)).toContain('Không có gì để lưu');
  expect(await text((await post('/ra')).location)).toContain('Đã đưa phiếu này ra khỏi nhóm.');
  expect(await text(at)).not.toContain('Nhóm sáng lập');
  expect(await text((await post('/ra')).location)).toContain('Không có gì để lưu');
});

test('the person hears and sees nothing of the others', async () => {
  await post('', { 'ids[]': pao, note: 'họp riêng' });
  await app.say('tung', 'thông tin của tôi');
  const turns = JSON.stringify(await app.db.selectFrom('turn').selectAll().execute());
  expect(turns).not.toMatch(/Páo|912345678|912 345 678|họp riêng|Nhóm sáng lập/);
  const out = await app.db.selectFrom('outbox').select('body_sealed').execute();
  const bodies = out.map((m) => (m.body_sealed ? app.vault.unseal(m.body_sealed) : '')).join();
  expect(bodies).not.toMatch(/Páo|912345678|912 345 678|họp riêng/);
});

test('a lead that is erased or not there is joined with nobody', async () => {
  await app.say('tung', 'xóa thông tin của tôi');
  await app.say('tung', { kind: 'choose', id: 'data:erase' });
  expect((await staff.get(`${at}/nhom`)).status).toBe(404);
  expect((await post('', { 'ids[]': hoa, note: '' })).status).toBe(409);
  expect((await staff.get('/can-bo/phieu/no-such/nhom')).status).toBe(404);
  expect(await text(`/can-bo/phieu/${pao}`)).not.toContain('Nhóm sáng lập');
});
