// One lead at the desk: one form for all that is done, two people at once, nothing typed lost, the history with its reasons.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { firstAdmin, invited } from '../support/desk.ts';
import { type Client, clientOf, hidden } from '../support/http.ts';
import { addLead } from '../support/leads.ts';

let app: TestApp;
let admin: Client;
let staff: Client;
let viewer: Client;
let at: string;
let talk: string;

beforeAll(async () => {
  app = await startTestApp();
  admin = await firstAdmin(app);
  staff = await invited(app, admin, { role: 'staff', login: 'can.bo' });
  viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
  const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
  for (const line of lines.split('|')) await app.say('tung', line);
  const lead = await app.db.selectFrom('lead').select(['id', 'conversation_id']).executeTakeFirstOrThrow();
  at = `/can-bo/phieu/${lead.id}`;
  talk = lead.conversation_id;
});
afterAll(() => app.close());

const open = async (who: Client, end = '') => {
  const { text } = await who.get(`${at}${end}`);
  return { text, fields: { _csrf: hidden(text, '_csrf'), seen: hidden(text, 'seen') } };
};
const save = (who: Client, fields: Record<string, string>, end = '') => who.post(`${at}/xu-ly${end}`, fields);
const history = (page: string): string => /<ol class="history">[\s\S]*?<\/ol>/.exec(page)?.[0] ?? '';
const account = async (login: string): Promise<string> =>
  (await app.db.selectFrom('staff_account').select('id').where('login', '=', login).executeTakeFirstOrThrow())
    .id;
const statusNow = async () =>
  (await app.db.selectFrom('lead').select('status').executeTakeFirstOrThrow()).status;

test('a viewer sees that it is there, not whose it is, and changes nothing', async () => {
  const { text } = await open(viewer);
  expect(text).toContain('Tổ hợp tác');
  expect(text).not.toMatch(/Tùng|\+84987|0987 654|name="note"/);
  const csrf = hidden((await viewer.get('/can-bo/toi')).text, '_csrf');
  expect((await save(viewer, { _csrf: csrf, note: 'x' })).status).toBe(403);
});

test('status, reason, assignment and note are saved together, and say what was done', async () => {
  const { fields } = await open(staff);
  app.setNow('2026-11-23T03:01:00Z');
  const sent = await save(
    staff,
    {
      ...fields,
      status: 'contacted',
      reason: 'gọi lần một',
      to: await account('can.bo'),
      note: 'Hẹn <thứ ba>\r\nở nhà',
    },
    '?status=new',
  );
  expect(sent.status).toBe(303);
  const { text } = await open(staff, (sent.location ?? '').slice(at.length));
  expect(text).toContain('Đã đổi tình trạng, ghi kết quả, giao việc, ghi chú.');
  expect(text).toContain('href="/can-bo/phieu?status=new">Về danh sách');
  for (const told of ['Mới → Đã liên hệ', 'gọi lần một', ': Cán bộ can.bo', 'Hẹn &lt;thứ ba&gt;\nở nhà'])
    expect(history(text)).toContain(told);
});

test('the next reason starts empty; the first stays where it was given', async () => {
  const { text, fields } = await open(staff);
  expect(text).toContain('name="reason" maxlength="300" value=""');
  app.setNow('2026-11-23T03:02:00Z');
  await save(staff, { ...fields, reason: 'gọi lần hai, hẹn sau' });
  const shown = history((await open(staff)).text);
  for (const told of ['vẫn Đã liên hệ', 'gọi lần hai, hẹn sau', 'gọi lần một']) expect(shown).toContain(told);
  expect((await open(viewer)).text).not.toMatch(/gọi lần|thứ ba/);
});

test('two people at once: the second is told, nothing is overwritten, and what they typed is still there', async () => {
  const [first, second] = [await open(staff), await open(admin)];
  app.setNow('2026-11-23T03:03:00Z');
  expect((await save(staff, { ...first.fields, status: 'waiting' })).status).toBe(303);
  const typed = { status: 'closed', reason: 'đã có nhóm', note: 'ghi chú dài', message: 'chào bác' };
  const refused = await save(admin, { ...second.fields, ...typed });
  expect(refused.status).toBe(409);
  expect(refused.text).toMatch(/role="alert">Có người khác vừa sửa/);
  for (const kept of ['value="đã có nhóm"', '>ghi chú dài<', '>chào bác<', 'value="closed" selected'])
    expect(refused.text).toContain(kept);
  expect(await statusNow()).toBe('waiting');
  expect(history(refused.text)).not.toContain('đã có nhóm');
  app.setNow('2026-11-23T03:04:00Z');
  expect((await save(admin, { ...second.fields, seen: hidden(refused.text, 'seen'), ...typed })).status).toBe(
    303,
  );
  expect(await statusNow()).toBe('closed');
});

test('a note alone is kept though somebody else was quicker', async () => {
  const { fields } = await open(staff);
  expect(
    (await save(staff, { ...fields, seen: '2026-01-01T00:00:00.000Z', note: 'vẫn còn đây' })).status,
  ).toBe(303);
  expect(history((await open(staff)).text)).toContain('vẫn còn đây');
});

test('only an account that is there and may work is given a lead', async () => {
  const { fields } = await open(staff);
  for (const to of ['no-such', await account('nguoi.xem')]) {
    const refused = await save(staff, { ...fields, to, note: 'chữ còn giữ' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('>chữ còn giữ<');
  }
  await save(staff, { ...fields, to: 'none' });
  const { assigned_to } = await app.db.selectFrom('lead').select('assigned_to').executeTakeFirstOrThrow();
  expect(assigned_to).toBeNull();
});

test('what is too long is not cut: it is shown again', async () => {
  const { fields } = await open(staff);
  const refused = await save(staff, { ...fields, note: 'dài '.repeat(500) });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('dài dài dài');
});

test('a session that is over gives back what was typed, to be copied, but no password', async () => {
  const stranger = clientOf(app.http);
  const late = await save(stranger, {
    note: 'Ba trang <ghi chú>',
    message: 'chào bác',
    password: 'bi mat lam',
  });
  expect(late.status).toBe(401);
  for (const kept of ['Ba trang &lt;ghi chú&gt;', 'chào bác']) expect(late.text).toContain(kept);
  expect(late.text).not.toContain('bi mat lam');
  const elsewhere = await stranger.post(`${at}/xu-ly`, { note: 'x y z' }, { origin: 'https://evil.example' });
  expect(elsewhere.text).not.toContain('x y z');
});

test('a message to the person waits in their talk, once, and stands in the history', async () => {
  const { fields } = await open(staff);
  const sent = await save(staff, { ...fields, message: 'Mai tôi xuống xóm nhé' });
  expect((await open(staff, (sent.location ?? '').slice(at.length))).text).toContain('Đã gửi lời nhắn');
  const waiting = await app.db
    .selectFrom('outbox')
    .select('body_sealed')
    .where('conversation_id', '=', talk)
    .where('status', '=', 'pending')
    .execute();
  const bodies = waiting.map((m) => app.vault.unseal(m.body_sealed ?? ''));
  expect(bodies.filter((body) => body.includes('Mai tôi xuống xóm nhé'))).toHaveLength(1);
  const shown = history((await open(staff)).text);
  expect(shown).toMatch(
    /Nhắn cho người dân<\/b>\s*<span class="by">· do Cán bộ can.bo<\/span><p>Mai tôi xuống xóm nhé/,
  );
});

test('in the talk who spoke stands in words; what staff wrote is for staff, who are told it is not masked', async () => {
  const { fields } = await open(staff);
  await save(staff, { ...fields, message: 'Chào chị Hoa, số 0912345678' });
  const [seen, read] = [(await open(viewer)).text, (await open(staff)).text];
  expect(seen).not.toMatch(/chị Hoa|0912345678|Mai tôi xuống/);
  expect(seen).toContain('<b class="who">Cán bộ:</b> (lời cán bộ nhắn)</p>');
  expect(read).toContain('<b class="who">Cán bộ:</b> Chào chị Hoa, số 0912345678</p>');
  expect(read).toContain('lời cán bộ nhắn thì không che');
  for (const text of [seen, read])
    for (const who of ['Dân', 'Máy']) expect(text).toContain(`<b class="who">${who}:</b> `);
});

test('a save with every field left as it was says that nothing was saved', async () => {
  const { fields } = await open(staff);
  const { location } = await save(staff, {
    ...fields,
    status: '',
    reason: '',
    to: '',
    note: ' ',
    message: '',
  });
  expect((await staff.get(location ?? '')).text).toContain('Không có gì để lưu');
});

test('a day to call back is set, shown, moved and dropped; a day that has passed or is no day is refused with words', async () => {
  const { fields, text } = await open(staff);
  expect(text).toContain('type="date" name="callBack" min="2026-11-23" max="2027-11-23" value=""');
  const stored = async () =>
    (
      await app.db
        .selectFrom('lead')
        .select('call_back_on')
        .where('id', '=', at.split('/').at(-1) ?? '')
        .executeTakeFirst()
    )?.call_back_on;
  for (const callBack of ['2026-11-22', '2027-11-24', '2026-02-30', 'mai']) {
    const refused = await save(staff, { ...fields, status: 'waiting', callBack, note: 'chữ còn giữ' });
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/role="alert">Ngày hẹn gọi lại phải từ hôm nay/);
    expect(refused.text).toContain('>chữ còn giữ<');
  }
  const finished = await save(staff, { ...fields, status: 'closed', callBack: '2026-11-25' });
  expect(finished.text).toContain('Phiếu đã thành lập hay khép lại thì không hẹn gọi lại');
  expect(finished.text).toContain('value="2026-11-25"');
  expect(await stored()).toBeNull();

  const seen = async () => (await open(staff)).fields;
  const set = await save(staff, {
    ...(await seen()),
    status: 'waiting',
    callBack: '2026-11-25',
    dropCallBack: '1',
  });
  const shown = (await open(staff, (set.location ?? '').slice(at.length))).text;
  expect(shown).toContain('Đã đổi tình trạng, hẹn ngày gọi lại.');
  expect(shown).toContain('<dt>Hẹn gọi lại</dt><dd><span>hẹn gọi 25/11/2026</span></dd>');
  expect(history(shown)).toMatch(/Hẹn gọi lại<\/b>: 25\/11\/2026/);
  expect((await open(viewer)).text).toContain('hẹn gọi 25/11/2026');
  await save(staff, { ...(await seen()), reason: 'gọi chưa nghe' });
  expect(await stored()).toBe('2026-11-25');
  const dropped = await save(staff, { ...(await seen()), dropCallBack: '1' });
  expect((await open(staff, (dropped.location ?? '').slice(at.length))).text).toContain(
    'Đã bỏ ngày hẹn gọi lại.',
  );
  expect(await stored()).toBeNull();
  expect(history((await open(staff)).text)).toContain('Hẹn gọi lại</b>: bỏ ngày hẹn');
});

test('others of the same ward and trade who still wait are pointed out, and listed together', async () => {
  expect((await open(staff)).text).not.toContain('Cùng phường, cùng ngành');
  const { place, product } = await app.db
    .selectFrom('lead')
    .select(['place', 'product'])
    .executeTakeFirstOrThrow();
  const wish = { place: place ?? '', product: product ?? '' };
  await addLead(app, { ...wish, name: 'Hàng Xóm Một' });
  await addLead(app, { ...wish, name: 'Hàng Xóm Hai' });
  await addLead(app, { ...wish, place: 'phuong-au-lau', name: 'Người Phường Khác' });
  const { text } = await open(staff);
  const link = /Cùng phường, cùng ngành còn <a href="([^"]+)">2 phiếu khác<\/a>/.exec(text)?.[1] ?? '';
  const list = (await staff.get(link.replaceAll('&amp;', '&'))).text;
  expect(list).toMatch(/Hàng Xóm Một/);
  expect(list).toMatch(/Hàng Xóm Hai/);
  expect(list).not.toMatch(/Người Phường Khác/);
});

test('after the person has erased everything there is nothing to work on', async () => {
  const { fields } = await open(staff);
  await app.say('tung', { kind: 'choose', id: 'data:erase' });
  await app.say('tung', 'xóa thông tin của tôi');
  await app.say('tung', { kind: 'choose', id: 'data:erase' });
  const saved = await save(staff, { ...fields, note: 'ghé nhà sau', message: 'Chào bác' });
  expect(saved.status).toBe(409);
  expect(saved.text).toContain('Người này vừa xóa thông tin của mình: không gọi, không nhắn nữa.');
  const { text } = await open(staff);
  for (const page of [saved.text, text])
    expect(page).not.toMatch(/Mai tôi xuống|gọi lần|ghé nhà|vẫn |chưa giao|25\/11|Chào bác|name="note"/);
  expect(text).toContain('Người này đã xóa thông tin của mình: không phải gọi nữa');
  expect(text).not.toContain('Cuộc trò chuyện');
});

test('what is said in the talk after the erasure does not come back to the lead', async () => {
  const later = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
  for (const line of later.split('|')) await app.say('tung', line);
  const { id, code } = await app.db
    .selectFrom('lead')
    .select(['id', 'code'])
    .where('conversation_id', '=', talk)
    .where('erased_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { fields } = await open(staff);
  const message = { _csrf: fields._csrf, seen: '', message: 'Tôi nhận phiếu mới' };
  expect((await staff.post(`/can-bo/phieu/${id}/xu-ly`, message)).status).toBe(303);
  for (const who of [staff, viewer]) {
    const { text } = await open(who);
    expect(text).toContain('Đã xóa');
    expect(text).not.toMatch(new RegExp(`${code}|nhận phiếu mới|class="talk"|Nhắn cho người dân`));
  }
});
