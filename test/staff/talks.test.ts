// Talks and unanswered questions at the desk: last words, who waits, holding a talk, an answer given once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTalks, recentTalks } from '../../src/conversation/store/staff-talks.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { firstAdmin, invited } from '../support/desk.ts';
import { type Client, hidden } from '../support/http.ts';

onBoth('talks', (kind) => {
  let app: TestApp;
  let admin: Client;
  let csrf: string;
  const talkOf = new Map<string, string>();
  const say = async (who: string, text: string) => talkOf.set(who, (await app.say(who, text)).conversationId);
  const page = async (end = '') => (await admin.get(`/can-bo/tro-chuyen${end}`)).text;
  const post = (who: string, what: string, more = {}) =>
    admin.post(`/can-bo/tro-chuyen/${talkOf.get(who) ?? who}/${what}`, { _csrf: csrf, ...more });
  const waits = async () => {
    const filter = { waits: true, now: new Date('2026-11-23T03:30:00Z') };
    const talks = await recentTalks(app.db, filter, { limit: 9, offset: 0 });
    expect(await countTalks(app.db, filter)).toBe(talks.length);
    const all = await recentTalks(app.db, { ...filter, waits: false }, { limit: 99, offset: 0 });
    expect(all.filter((t) => t.waits)).toEqual(talks);
    return talks.map((t) => [...talkOf].find(([, id]) => id === t.conversationId)?.[0]);
  };

  beforeAll(async () => {
    app = await startTestApp(kind);
    admin = await firstAdmin(app);
    csrf = hidden((await admin.get('/can-bo/toi')).text, '_csrf');
    await say('lan', 'htx cần mấy người');
    app.setNow('2026-11-23T03:10:00Z');
    await say('tung', `nhà tôi ở cuối xóm ${'rất xa '.repeat(30)} số tôi 0912345678`);
    for (const line of 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Hoa Lò|0987654321|sáng|gửi đi'.split(
      '|',
    ))
      await say('hoa', line);
  });
  afterAll(() => app.close());

  test('the list shows the last words, masked and cut between words, and the code of a lead', async () => {
    const text = await page();
    expect(text).toContain('htx cần mấy người');
    expect(text).toMatch(/nhà tôi ở cuối xóm(?: rất| xa)+…/);
    expect(text).not.toMatch(/0912345678|Hoa Lò/);
    const { id, code } = await app.db.selectFrom('lead').select(['id', 'code']).executeTakeFirstOrThrow();
    expect(text).toContain(`href="/can-bo/phieu/${id}">${code}</a>`);
    expect(text).toContain('3 cuộc trò chuyện');
    expect(await waits()).toEqual([]);
    expect(await page('?xem=cho')).toContain('Không có ai đang chờ cán bộ.');
  });

  test.each(['1.01', '1e30', '-3', 'x', '99'])('page %s is a page', async (n) => {
    expect((await admin.get(`/can-bo/tro-chuyen?page=${n}`)).status).toBe(200);
  });

  test('who was promised an answer waits till it is given', async () => {
    await say('dan', 'nuôi đà điểu thì kê vào ô số mấy');
    expect(await waits()).toEqual([]);
    await app.say('dan', { kind: 'choose', id: 'do:later' });
    expect(await waits()).toEqual(['dan']);
    expect(await page('?xem=cho')).toMatch(/kê vào ô số mấy<[\s\S]*chờ cán bộ<\/b>/);
  });

  test('in a talk that staff hold, whoever had the last word waits, until staff answer or give it back', async () => {
    await post('lan', 'nhan-lay');
    app.setNow('2026-11-23T03:20:00Z');
    await say('lan', 'tôi hỏi thêm được không');
    expect(await waits()).toEqual(['lan', 'dan']);
    expect((await post('lan', 'nhan', { text: 'Được, bác cứ hỏi' })).location).toMatch(/ok=1$/);
    expect(await waits()).toEqual(['dan']);
    await say('lan', 'mấy giờ thì gặp được');
    expect(await waits()).toEqual(['lan', 'dan']);
    await post('lan', 'tra-lai');
    expect(await waits()).toEqual(['dan']);
  });

  test('who has blocked us waits for nobody', async () => {
    const blocked = (flag: 0 | 1) =>
      app.db.updateTable('identity').set({ blocked: flag }).where('address', '=', 'dan').execute();
    await blocked(1);
    expect(await waits()).toEqual([]);
    await blocked(0);
    expect(await waits()).toEqual(['dan']);
  });

  test('a talk that is not there is said to be so, and nothing is noted', async () => {
    const before = await app.db.selectFrom('audit').selectAll().execute();
    for (const what of ['nhan-lay', 'tra-lai', 'nhan'])
      expect((await post('no-such', what, { text: 'x' })).status).toBe(404);
    expect(await app.db.selectFrom('audit').selectAll().execute()).toHaveLength(before.length);
    expect(await page(`/${talkOf.get('lan')}?loi=1`)).toContain('chưa gửi');
    expect((await post('lan', 'nhan', { text: '  ' })).location).toMatch(/loi=1$/);
  });

  test('questions alike stand together; one is answered once, and the asker hears it', async () => {
    await say('g2', 'nuôi đà điểu thì kê vào ô nào đấy');
    await say('g3', 'con ca sau tren mai nha ke vao o so may');
    const text = (await admin.get('/can-bo/cau-hoi')).text;
    const groups = text.split('<article class="gap">').slice(1);
    const ostriches = groups.filter((g) => g.includes('đà điểu'));
    expect(ostriches).toHaveLength(1);
    expect(ostriches[0]).toContain('2 lượt hỏi');
    expect(ostriches[0]).not.toContain('ca sau');
    expect(groups[0]).toContain('chờ trả lời');
    const gap = await app.db
      .selectFrom('gap')
      .select(['id', 'conversation_id'])
      .where('wants_reply', '=', 1)
      .executeTakeFirstOrThrow();
    const answer = async (conversation: string, words = 'Việc này bạn hỏi trạm thú y.') => {
      const fields = { _csrf: csrf, text: words, conversation };
      const { location } = await admin.post(`/can-bo/cau-hoi/${gap.id}/tra-loi`, fields);
      return (await admin.get(location ?? '')).text;
    };
    const inTalk = () => page(`/${gap.conversation_id}`);
    expect(await inTalk()).toMatch(
      /Người này đang chờ trả lời câu “[^”]+”. Trả lời ở ô nhắn bên dưới, hoặc ở <a href="\/can-bo\/cau-hoi">/,
    );
    expect(await answer('no-such')).toContain('Không còn cuộc trò chuyện của người hỏi');
    expect(await answer(gap.conversation_id, ' ')).toContain('Câu trả lời trống');
    expect(await answer(gap.conversation_id)).toContain('Đã gửi câu trả lời');
    expect(await answer(gap.conversation_id)).toContain('đã có người trả lời trước bạn');
    expect((await admin.get('/can-bo/cau-hoi?xem=answered')).text).not.toContain('chờ trả lời');
    expect(await inTalk()).not.toContain('đang chờ trả lời');
    const sent = await app.db
      .selectFrom('outbox')
      .selectAll()
      .where('conversation_id', '=', gap.conversation_id)
      .where('status', '=', 'pending')
      .execute();
    expect(sent.filter((m) => app.vault.unseal(m.body_sealed ?? '').includes('trạm thú y'))).toHaveLength(1);
    expect(await waits()).toEqual([]);
  });

  test('who settled a question, when and with which answer stands where it is kept; viewers do not read the answer', async () => {
    const viewer = await invited(app, admin, { role: 'viewer', login: 'nguoi.xem' });
    const answered = (await admin.get('/can-bo/cau-hoi?xem=answered')).text;
    expect(answered).toContain('Đã trả lời: Quản trị, 23/11/2026 10:20</p>');
    expect(answered).toContain('<p class="reply staff">Việc này bạn hỏi trạm thú y.</p>');
    expect(answered).not.toContain('Chưa trả lời được');
    const read = (await viewer.get('/can-bo/cau-hoi?xem=answered')).text;
    expect(read).toContain('Đã trả lời: Quản trị');
    expect(read).not.toMatch(/trạm thú y|Xem cuộc trò chuyện/);
  });

  test('every link and button says what it is about, and a question leads to its place in its talk', async () => {
    const [talks, questions] = [await page(), (await admin.get('/can-bo/cau-hoi')).text];
    expect(talks).toMatch(/aria-label="\d\d\/11\/2026 \d\d:\d\d: mấy giờ thì gặp được"/);
    const alone = questions.split('<article class="gap">').find((g) => g.includes('ca sau')) ?? '';
    expect(alone).not.toContain('cả nhóm');
    for (const name of ['Trả lời người này', 'Đã xong', 'Bỏ qua', 'Xem cuộc trò chuyện'])
      expect(alone).toContain(`aria-label="${name}: con ca sau tren mai nha ke vao o so may">${name}<`);
    const [, where = '', turn = ''] = /href="(\/can-bo\/tro-chuyen\/[^"#]+)#([^"]+)"/.exec(alone) ?? [];
    expect((await admin.get(where)).text).toContain(`<li id="${turn}">`);
  });

  test('one answer goes to all of a group who wait for one, but not to whom it is not meant for', async () => {
    app.setNow('2026-11-23T03:25:00Z');
    const question = 'nuôi nhím bờm thì kê vào ô số mấy';
    for (const who of ['n1', 'n2', 'n3']) {
      await say(who, question);
      await app.say(who, { kind: 'choose', id: 'do:later' });
    }
    const list = (await admin.get('/can-bo/cau-hoi')).text;
    const group = list.split('<article class="gap">').find((g) => g.includes('nhím')) ?? '';
    expect(group).toContain('Một câu trả lời cho 3 câu đang chờ');
    const of = async (who: string) =>
      app.db
        .selectFrom('gap')
        .select(['id', 'status'])
        .where('conversation_id', '=', talkOf.get(who) ?? '')
        .executeTakeFirstOrThrow();
    const answer = (ids: string[]) =>
      admin.post('/can-bo/cau-hoi/tra-loi', [
        ['_csrf', csrf],
        ['text', 'Nhím thì hỏi kiểm lâm.'],
        ...ids.map((id): [string, string] => ['answers[]', id]),
      ]);
    expect((await answer([])).location).toMatch(/loi=nobody$/);
    const ids = [(await of('n1')).id, (await of('n2')).id];
    const told = (await admin.get((await answer(ids)).location ?? '')).text;
    expect(told).toContain('Đã tính là trả lời xong: 2 câu.');
    expect((await answer(ids)).location).toMatch(/loi=settled$/);
    expect(await Promise.all(['n1', 'n2', 'n3'].map(async (who) => (await of(who)).status))).toEqual([
      'answered',
      'answered',
      'open',
    ]);
    const waiting = await app.db
      .selectFrom('outbox')
      .select('body_sealed')
      .where('status', '=', 'pending')
      .execute();
    const bodies = waiting.map((m) => app.vault.unseal(m.body_sealed ?? ''));
    expect(bodies.filter((b) => b.includes('kiểm lâm'))).toHaveLength(2);
  });
});
