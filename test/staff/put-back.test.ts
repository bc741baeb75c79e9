// Open questions settled by the words that staff write in a talk, and put back: who may, what is noted, what stays away for good.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGapsOf, reopenGaps, settledAt, settleGaps } from '../../src/conversation/store/gaps-settled.ts';
import { sayAsStaff } from '../../src/conversation/store/say-as-staff.ts';
import { likelyAnswered } from '../../src/staff/pages/answers.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { accountId, csrfOf, firstAdmin, invited } from '../support/desk.ts';
import type { Client } from '../support/http.ts';

const ostrich = 'nuôi đà điểu thì kê vào ô số mấy';
const crocodile = 'con ca sau tren mai nha ke vao o so may';

onBoth('questions settled and put back', (kind) => {
  let app: TestApp;
  let staff: Client;
  let viewer: Client;
  let csrf: string;
  let me: string;
  let talk: string;
  let lead: string;
  const open = async (id = talk) => (await openGapsOf(app.db, id, 9)).map((g) => g.question);
  const gap = async (words: string) =>
    app.db.selectFrom('gap').selectAll().where('question', '=', words).executeTakeFirstOrThrow();
  const auditOf = async (action: string) =>
    (await app.db.selectFrom('audit').selectAll().where('action', '=', action).execute()).map((a) => [
      a.actor,
      a.subject,
      a.detail,
    ]);
  const shown = async (location: string | null) => (await staff.get(location ?? '')).text;
  const putBack = (ids: string, back = '', who = staff, token = csrf) =>
    who.post('/can-bo/cau-hoi/dua-lai', { _csrf: token, ids, back });

  beforeAll(async () => {
    app = await startTestApp(kind);
    const admin = await firstAdmin(app);
    staff = await invited(app, admin, { role: 'staff', login: 'can.bo' });
    viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
    csrf = await csrfOf(staff);
    me = await accountId(app, 'can.bo');
    const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Hoa Lò|0987654321|sáng|gửi đi';
    for (const line of lines.split('|')) talk = (await app.say('hoa', line)).conversationId;
    lead = (await app.db.selectFrom('lead').select('id').executeTakeFirstOrThrow()).id;
    await app.say('hoa', ostrich);
    await app.say('hoa', { kind: 'choose', id: 'do:later' });
    app.setNow('2026-11-23T03:05:00Z');
    await app.say('hoa', crocodile);
  });
  afterAll(() => app.close());

  test('what is likely answered: what is awaited, else the latest that staff have not written after', () => {
    const gaps = ['05', '03'].map((m) => ({
      id: m,
      at: `2026-11-23T03:${m}`,
      question: 'x',
      awaited: false,
    }));
    expect(likelyAnswered(gaps)).toEqual(['05']);
    expect(likelyAnswered(gaps, '2026-11-23T03:06')).toEqual([]);
    expect(likelyAnswered(gaps.map((g) => ({ ...g, awaited: g.id === '03' })))).toEqual(['03']);
    expect(likelyAnswered([])).toEqual([]);
  });

  test('a talk lists its open questions beside the words one writes, what is awaited ticked', async () => {
    expect(await open()).toEqual([crocodile, ostrich]);
    const page = await shown(`/can-bo/tro-chuyen/${talk}`);
    expect(page).toMatch(new RegExp(`value="${(await gap(ostrich)).id}" checked> <span>“${ostrich}” <b`));
    expect(page).toMatch(new RegExp(`value="${(await gap(crocodile)).id}"> <span>“${crocodile}”</span>`));
    expect(page).toContain('Trả lời ở ô nhắn bên dưới');
  });

  test('what is ticked is settled with the words, said on the page, noted, and put back by one press', async () => {
    const { id } = await gap(ostrich);
    const sent = await staff.post(`/can-bo/tro-chuyen/${talk}/nhan`, {
      _csrf: csrf,
      text: 'Bác hỏi trạm thú y nhé.',
      'answers[]': id,
    });
    const page = await shown(sent.location);
    expect(page).toContain(`Đã tính là trả lời xong: “${ostrich}”.`);
    expect(page).not.toMatch(/Người này đang chờ trả lời| checked/);
    expect(await open()).toEqual([crocodile]);
    expect(await auditOf('gap.answered')).toEqual([[me, id, '']]);
    expect(await auditOf('talk.said')).toEqual([[me, talk, '']]);

    const back = await putBack(id, `/can-bo/tro-chuyen/${talk}`);
    expect(back.location).toBe(`/can-bo/tro-chuyen/${talk}?dua-lai=1`);
    const after = await shown(back.location);
    expect(after).toContain('Đã đưa lại 1 câu vào câu hỏi tồn.');
    expect(after).toContain('Người này đang chờ trả lời');
    expect(await open()).toEqual([crocodile, ostrich]);
    expect(await auditOf('gap.reopened')).toEqual([[me, id, '1']]);
    expect(await shown((await putBack(id)).location)).not.toContain('Đã đưa lại');
    expect(await auditOf('gap.reopened')).toHaveLength(1);
  });

  test('from a lead nothing is ticked; what one ticks is settled with the message', async () => {
    const page = await shown(`/can-bo/phieu/${lead}`);
    expect(page).toContain(`“${crocodile}”`);
    expect(page).not.toContain(' checked');
    const work = { _csrf: csrf, seen: '', status: '', reason: '', to: '', note: '' };
    const { id } = await gap(crocodile);
    const wordless = { ...work, message: ' ', note: 'chữ còn giữ', 'answers[]': id };
    const refused = await staff.post(`/can-bo/phieu/${lead}/xu-ly`, wordless);
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/role="alert">Bạn đã đánh dấu câu được trả lời mà chưa viết lời nhắn/);
    expect(refused.text).toContain(`value="${id}" checked`);
    expect(refused.text).toContain('>chữ còn giữ<');
    expect(await app.db.selectFrom('lead_event').select('id').where('kind', '=', 'note').execute()).toEqual(
      [],
    );
    expect(await open()).toEqual([crocodile, ostrich]);
    const sent = await staff.post(`/can-bo/phieu/${lead}/xu-ly?status=new`, {
      ...work,
      message: 'Chưa nuôi được bác ạ.',
      'answers[]': id,
    });
    expect(await shown(sent.location)).toContain(`Đã tính là trả lời xong: “${crocodile}”.`);
    expect(await open()).toEqual([ostrich]);
    const back = await putBack(id, `/can-bo/phieu/${lead}?status=new`);
    expect(back.location).toBe(`/can-bo/phieu/${lead}?status=new&dua-lai=1`);
  });

  test('only questions of this talk that are still open are settled by the way; the words go out all the same', async () => {
    await app.say('la', 'nuôi đà điểu thì kê vào ô nào đấy');
    const other = await gap('nuôi đà điểu thì kê vào ô nào đấy');
    const { id } = await gap(crocodile);
    await settleGaps(app.db, [id], 'done', { accountId: 'someone', now: new Date('2026-11-23T04:00:00Z') });
    const by = { accountId: me, now: new Date('2026-11-23T04:01:00Z') };
    const message = { conversationId: talk, text: 'Chào bác', answers: [id, other.id] };
    expect(await sayAsStaff(app.db, app.vault, message, by)).toBe('sent');
    expect((await gap(crocodile)).status).toBe('done');
    expect(await open(other.conversation_id)).toEqual([other.question]);
    expect(await settledAt(app.db, me, by.now.toISOString())).toEqual([]);
  });

  test('a whole group is skipped and put back, at once or later from its list; who comes second is told so', async () => {
    app.setNow('2026-11-23T05:00:00Z');
    const ids = (await app.db.selectFrom('gap').select('id').where('question', 'like', '%đà điểu%').execute())
      .map((g) => g.id)
      .join(',');
    const skip = async () =>
      (await staff.post('/can-bo/cau-hoi/gom', { _csrf: csrf, ids, status: 'ignored' })).location;
    const left = async () =>
      (await app.db.selectFrom('gap').select('id').where('status', '=', 'open').execute()).length;
    const before = await left();
    const skipped = await shown(await skip());
    expect(skipped).toMatch(/<span>Đã bỏ qua: 2 câu\.<\/span><form[\s\S]*Đưa lại cả 2 câu/);
    expect(await left()).toBe(before - 2);
    expect(await shown(await skip())).toContain('Các câu này đã có người xử lý trước bạn.');
    expect(await shown((await putBack(ids, '/can-bo/cau-hoi')).location)).toContain('Đã đưa lại 2 câu');
    expect(await left()).toBe(before);
    expect((await auditOf('gap.reopened')).at(-1)).toEqual([me, 'gaps', '2']);

    await skip();
    const list = await shown('/can-bo/cau-hoi?xem=ignored');
    expect(list).toMatch(/value="\/can-bo\/cau-hoi\?xem=ignored"><button class="small" aria-label="Đưa lại/);
    expect((await viewer.get('/can-bo/cau-hoi?xem=ignored')).text).not.toContain('Đưa lại');
    const back = await putBack(ids, '/can-bo/cau-hoi?xem=ignored');
    expect(back.location).toBe('/can-bo/cau-hoi?xem=ignored&dua-lai=2');
    expect(await left()).toBe(before);
  });

  test('one question of a group is put back by itself, at once or from its list; the others stay where they are', async () => {
    app.setNow('2026-11-23T06:00:00Z');
    const rows = await app.db
      .selectFrom('gap')
      .select('id')
      .where('question', 'like', '%đà điểu%')
      .where('status', '=', 'open')
      .execute();
    const ids = rows.map((g) => g.id);
    const [one = '', other = ''] = ids;
    const skip = { _csrf: csrf, ids: ids.join(','), status: 'ignored' };
    const skipped = await staff.post('/can-bo/cau-hoi/gom', skip);
    const page = await shown(skipped.location);
    const back = `${skipped.location}`;
    const button = (id: string, to: string) =>
      `name="ids" value="${id}"><input type="hidden" name="back" value="${to.replaceAll('&', '&amp;')}"><button class="small" aria-label="Đưa lại câu này: nuôi đà điểu`;
    for (const id of ids) expect(page).toContain(button(id, back));
    const left = await shown((await putBack(one, back)).location);
    expect(left).toContain('Đã đưa lại 1 câu vào câu hỏi tồn.');
    expect(left).toContain('Đã bỏ qua: “nuôi đà điểu');
    const statuses = async () =>
      (await app.db.selectFrom('gap').select(['id', 'status']).where('id', 'in', ids).execute()).sort((a) =>
        a.id === one ? -1 : 1,
      );
    expect(await statuses()).toEqual([
      { id: one, status: 'open' },
      { id: other, status: 'ignored' },
    ]);
    expect((await auditOf('gap.reopened')).at(-1)).toEqual([me, one, '1']);

    await staff.post('/can-bo/cau-hoi/gom', { ...skip, ids: one });
    const list = await shown('/can-bo/cau-hoi?xem=ignored');
    for (const id of ids) expect(list).toContain(button(id, '/can-bo/cau-hoi?xem=ignored'));
    expect(list).toContain('Đưa lại cả 2 câu');
    expect(await shown((await putBack(other, '/can-bo/cau-hoi?xem=ignored')).location)).toContain(
      'Đã đưa lại 1 câu',
    );
    expect((await statuses()).map((g) => g.status)).toEqual(['ignored', 'open']);
    await putBack(one);
  });

  test('a viewer puts nothing back, nor does a form without its token; the way back leads nowhere else', async () => {
    const { id } = await gap(crocodile);
    expect((await putBack(id, '', viewer, await csrfOf(viewer))).status).toBe(403);
    expect((await putBack(id, '', staff, 'x')).status).toBe(403);
    expect((await gap(crocodile)).status).toBe('done');
    expect((await putBack(id, 'https://evil.example/x')).location).toBe('/can-bo?dua-lai=1');
    expect((await gap(crocodile)).status).toBe('open');
  });

  test('what its asker has erased is never put back', async () => {
    const { id } = await gap(ostrich);
    await app.say('hoa', 'xóa thông tin của tôi');
    await app.say('hoa', { kind: 'choose', id: 'data:erase' });
    expect(await reopenGaps(app.db, [id], { accountId: me, now: new Date() })).toBe(0);
    expect(await open()).toEqual([]);
  });
});
