// A talk that staff have taken over, on both databases: told once, given back by a word, own data and distress always answered, nothing kept that should not be.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText, type Reply, type Said } from '../../../src/conversation/message.ts';
import { setTakenOver } from '../../../src/conversation/store/taken-over.ts';
import { talkShown } from '../../../src/conversation/store/talk-shown.ts';
import { recentTurns } from '../../../src/conversation/store/turns.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';

const by = { accountId: 'can-bo', now: new Date('2026-11-23T03:00:00Z') };
const until = new Date('2026-11-23T05:00:00Z');

onBoth('a talk taken over', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());

  type Answer = { text: string; choices: string[]; replies: readonly Reply[] };
  const say = async (
    who: string,
    said: string | Said,
    channel: 'web' | 'zalo-bot' = 'web',
  ): Promise<Answer> => {
    await app.say(who, said, { channel });
    const replies = (await talkShown(app.db, app.vault, { channel, address: who }, 20)).at(-1)?.replies ?? [];
    return {
      replies,
      text: replies.map(plainText).join('\n'),
      choices: (replies.at(-1)?.choices ?? []).map((c) => c.id),
    };
  };
  const tap = (who: string, id: string): Promise<Answer> => say(who, { kind: 'choose', id });
  const takeOver = async (who: string, lines: string[], channel: 'web' | 'zalo-bot' = 'web') => {
    let conversationId = '';
    for (const line of lines) ({ conversationId } = await app.say(who, line, { channel }));
    await setTakenOver(app.db, conversationId, until, by);
    return conversationId;
  };
  const notice = (): string => app.knowledge.wording.talk_taken.slice(0, 40);
  const heldUntil = async (id: string) =>
    (
      await app.db
        .selectFrom('conversation')
        .select('staff_until')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).staff_until;

  test('the first message is told who has the talk, with a way back to the bot; the next ones wait in silence', async () => {
    const id = await takeOver('a1', ['chào']);
    const first = await say('a1', 'htx cần mấy người');
    expect(first.text).toContain(notice());
    expect(first.text).toContain('“Tiếp tục với máy”');
    expect(first.choices).toEqual(['talk:bot']);
    expect(await say('a1', 'vâng tôi chờ')).toMatchObject({ text: '', choices: [] });
    expect(await say('a1', 'htx cần mấy người')).toMatchObject({ text: '' });
    const kept = (await recentTurns(app.db, id, 5)).slice(-3);
    expect(kept.map((t) => [t.said, t.outcome, t.replies.length])).toEqual([
      ['htx cần mấy người', 'handover', 1],
      ['vâng tôi chờ', 'handover', 0],
      ['htx cần mấy người', 'handover', 0],
    ]);
    expect(await heldUntil(id)).toBe(until.toISOString());
  });

  test('whoever leaves a number is told each time that staff do not see it, and how they get it', async () => {
    const id = await takeOver('a1b', ['chào']);
    const hidden = 'cán bộ không đọc được';
    const first = await say('a1b', 'gọi tôi số 0912345678');
    expect(first.text).toMatch(new RegExp(`${notice()}[^]*${hidden}`));
    const second = await say('a1b', 'số của tôi 0912345678');
    expect(second.text).toContain(hidden);
    expect(second.text).not.toContain(notice());
    expect(second.choices).toEqual(['talk:bot']);
    expect((await say('a1b', { kind: 'contact', phone: '0912345678' })).text).toContain(hidden);
    expect(JSON.stringify(await recentTurns(app.db, id, 5))).not.toContain('0912');
    await tap('a1b', 'talk:bot');
    expect((await say('a1b', 'gặp cán bộ')).text).toContain('đồng ý');
  });

  test('several messages in one burst are told once', async () => {
    const id = await takeOver('a2', ['chào']);
    await Promise.all(['một là', 'hai là', 'ba là'].map((t) => app.say('a2', t)));
    const turns = (await recentTurns(app.db, id, 3)).map((t) => t.replies.length);
    expect(turns).toEqual([1, 0, 0]);
  });

  test('taken over again later, the person is told again', async () => {
    const id = await takeOver('a3', ['chào']);
    await say('a3', 'alo');
    await setTakenOver(app.db, id, new Date('2026-11-23T06:00:00Z'), by);
    expect((await say('a3', 'alo')).text).toContain(notice());
  });

  test.each([
    ['by its button', { kind: 'choose', id: 'talk:bot' } as Said],
    ['by its words', 'tiếp tục với máy'],
    ['without marks, with a polite word', 'Tiep tuc voi may nhé'],
  ])('the bot goes on %s, and staff have the talk no more', async (name, said) => {
    const id = await takeOver(name, ['chào']);
    await say(name, 'htx cần mấy người');
    const back = await say(name, said);
    expect(back.text).toContain(app.knowledge.wording.talk_given_back);
    expect(back.choices).toContain('do:register');
    expect(await heldUntil(id)).toBeNull();
    expect((await say(name, 'htx cần mấy người')).text).toContain('05 thành viên');
    const log = await app.db
      .selectFrom('audit')
      .select(['actor', 'action'])
      .where('subject', '=', id)
      .where('action', '=', 'talk.given-back')
      .execute();
    expect(log).toEqual([{ actor: 'person', action: 'talk.given-back' }]);
  });

  test('in one burst: given back and asked at once', async () => {
    await takeOver('a4', ['chào']);
    const [, asked] = await Promise.all([
      app.say('a4', { kind: 'choose', id: 'talk:bot' }),
      app.say('a4', 'htx cần mấy người'),
    ]);
    const turns = await recentTurns(app.db, asked.conversationId, 1);
    expect(turns[0]?.cards).toEqual(['htx-so-nguoi']);
  });

  test('a form that was open goes on where it stood', async () => {
    await takeOver('a5', ['đăng ký lập nhóm', 'htx', 'phường Nam Cường', 'chè', '7']);
    expect((await say('a5', 'anh ơi')).text).toContain(notice());
    const back = await tap('a5', 'talk:bot');
    expect(back.text).toContain('Bạn có đồng ý không?');
    expect(back.choices).toContain('consent:yes');
    expect((await tap('a5', 'consent:yes')).text).toContain(app.knowledge.wording.ask_name);
  });

  test('where there are no buttons the number chooses, but only right behind the notice', async () => {
    const one = await takeOver('z1', ['chào'], 'zalo-bot');
    await say('z1', 'alo', 'zalo-bot');
    await app.say('z1', '1', { channel: 'zalo-bot' });
    expect(await heldUntil(one)).toBeNull();
    const two = await takeOver('z2', ['chào'], 'zalo-bot');
    await app.say('z2', 'alo', { channel: 'zalo-bot' });
    await app.say('z2', 'nhà em mấy người ạ', { channel: 'zalo-bot' });
    await app.say('z2', '1', { channel: 'zalo-bot' });
    expect(await heldUntil(two)).toBe(until.toISOString());
    const web = await takeOver('z3', ['chào']);
    await say('z3', 'alo');
    await say('z3', '1');
    expect(await heldUntil(web)).toBe(until.toISOString());
  });

  test('"gặp cán bộ" and buttons of the bot never meet silence', async () => {
    await takeOver('a6', ['chào']);
    await say('a6', 'alo');
    for (const said of ['gặp cán bộ', 'menu', 'đăng ký lập nhóm'])
      expect((await say('a6', said)).text, said).toContain(notice());
    for (const id of ['do:register', 'card:htx-so-nguoi', 'do:skip'])
      expect((await tap('a6', id)).text, id).toContain(notice());
    expect((await say('a6', { kind: 'unsupported' })).text).toContain(app.knowledge.wording.unsupported);
  });

  const registered = ['đăng ký lập nhóm', 'tht', 'phường Văn Phú', 'gà', '3', 'đồng ý'];
  const personal = ['Hoàng Thị Lan', '0987654321', 'sáng', 'gửi đi'];

  test('own data are shown and erased, also then', async () => {
    const id = await takeOver('b1', [...registered, ...personal]);
    await say('b1', 'anh ơi');
    const mine = await say('b1', 'thông tin của tôi');
    expect(mine.text).toContain('Hoàng Thị Lan');
    expect(mine.choices).toContain('do:erase');
    expect((await tap('b1', 'do:erase')).text).toContain(app.knowledge.wording.erase_sure);
    expect((await tap('b1', 'data:erase')).text).toContain(app.knowledge.wording.erased);
    const lead = await app.db
      .selectFrom('lead')
      .select(['name_sealed', 'erased_at'])
      .where('conversation_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(lead.name_sealed).toBeNull();
    expect(lead.erased_at).not.toBeNull();
    expect(await heldUntil(id)).toBe(until.toISOString());
    // The notice was erased with everything else.
    expect((await say('b1', 'anh ơi')).text).toContain(notice());
  });

  test.each(['xóa thông tin của tôi', 'xoa thong tin', 'đừng giữ số điện thoại của em nữa nhé'])(
    '“%s” as the very first words asks whether to erase, and “xóa hết” typed does',
    async (words) => {
      const id = await takeOver(words, [...registered, ...personal]);
      expect((await say(words, words)).text).toContain(app.knowledge.wording.erase_sure);
      expect((await say(words, 'xóa hết')).text).toContain(app.knowledge.wording.erased);
      const said = await app.db
        .selectFrom('turn')
        .select('said')
        .where('conversation_id', '=', id)
        .where('said', 'is not', null)
        .execute();
      expect(said.filter((t) => t.said?.includes('gà'))).toEqual([]);
    },
  );

  test('what was kept is put right to the end of the form, also then', async () => {
    const id = await takeOver('b2', [...registered, ...personal]);
    await say('b2', 'anh ơi');
    await say('b2', 'thông tin của tôi');
    await tap('b2', 'do:edit');
    await tap('b2', 'do:edit');
    await tap('b2', 'edit:members');
    expect((await say('b2', '9')).text).toContain('Số người: 9');
    expect((await tap('b2', 'register:send')).text).toContain('Đã sửa phiếu');
    const lead = await app.db
      .selectFrom('lead')
      .select('members')
      .where('conversation_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(lead.members).toBe(9);
    expect(await say('b2', '9 người anh nhé')).toMatchObject({ text: '' });
  });

  test('a word to staff between is not taken for a word to the bot', async () => {
    const id = await takeOver('b3', [...registered, ...personal]);
    await say('b3', 'anh ơi');
    await say('b3', 'xóa thông tin của tôi');
    expect(await say('b3', 'anh ơi có mất phiếu không')).toMatchObject({ text: '' });
    expect(await say('b3', '1')).toMatchObject({ text: '' });
    const lead = await app.db
      .selectFrom('lead')
      .select('erased_at')
      .where('conversation_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(lead.erased_at).toBeNull();
  });

  test('stopping works, and offers nothing that would only meet the notice', async () => {
    await takeOver('b4', ['đăng ký lập nhóm', 'htx']);
    await say('b4', 'anh ơi');
    const stopped = await say('b4', 'dừng lại');
    expect(stopped.text).toContain(app.knowledge.wording.stopped);
    expect(stopped.choices).toEqual(['do:my-data', 'talk:bot']);
    expect((await tap('b4', 'talk:bot')).text).toContain(app.knowledge.wording.talk_given_back);
  });

  test('distress is answered at once', async () => {
    await takeOver('b5', ['chào']);
    const id = await say('b5', 'tôi bị rắn cắn');
    expect(id.text).toContain('115');
    await say('b5', 'alo');
    expect((await say('b5', 'chồng tôi uống thuốc sâu')).text).toContain('115');
  });

  test('a name that the form had asked for is not kept in words', async () => {
    const id = await takeOver('b6', registered);
    expect((await say('b6', 'Hoàng Thị Lan')).text).toContain(notice());
    const stored = JSON.stringify(
      await app.db.selectFrom('turn').selectAll().where('conversation_id', '=', id).execute(),
    );
    expect(stored).not.toContain('Hoàng Thị Lan');
  });

  test('the way back, pressed when staff have given the talk back themselves, is harmless', async () => {
    const id = await takeOver('b8', ['đăng ký lập nhóm']);
    await say('b8', 'alo');
    await app.handle.giveBack(id, by);
    expect((await tap('b8', 'talk:bot')).text).toContain(app.knowledge.wording.ask_form);
    await say('b8', 'dừng');
    expect((await tap('b8', 'talk:bot')).text).toContain(app.knowledge.wording.menu);
  });

  const outboxOf = (id: string) =>
    app.db.selectFrom('outbox').select(['id', 'status']).where('conversation_id', '=', id).execute();
  const givesBack = async (who: string, channel: 'web' | 'zalo-bot' = 'web') => {
    const replies = (await talkShown(app.db, app.vault, { channel, address: who }, 20)).at(-1)?.replies ?? [];
    return replies.map(plainText).join('\n');
  };

  test('given back by staff: the person is told, once, by the bot, and the menu is on the table', async () => {
    const id = await takeOver('b9', ['chào'], 'zalo-bot');
    await say('b9', 'alo', 'zalo-bot');
    expect(await app.handle.giveBack(id, by)).toBe(true);
    const told = await givesBack('b9', 'zalo-bot');
    expect(told).toContain(app.knowledge.wording.talk_returned);
    expect(told).toMatch(/1\. /);
    const [turn] = await recentTurns(app.db, id, 1);
    expect([turn?.said, turn?.staffId]).toEqual([null, null]);
    const sent = (await outboxOf(id)).length;
    await app.handle.giveBack(id, by);
    expect(await outboxOf(id)).toHaveLength(sent);
    expect((await say('b9', '1', 'zalo-bot')).text).toContain(app.knowledge.wording.register_start);
    const log = await app.db.selectFrom('audit').select('actor').where('subject', '=', id).execute();
    expect(log.map((a) => a.actor)).toEqual(['can-bo', 'can-bo', 'can-bo']);
    expect(await app.handle.giveBack('no-such', by)).toBe(false);
  });

  test('given back by staff in the middle of a form: the form goes on where it stood', async () => {
    const id = await takeOver('b10', ['đăng ký lập nhóm', 'tht']);
    await say('b10', 'alo');
    await app.handle.giveBack(id, by);
    const told = await givesBack('b10');
    expect(told).toContain(app.knowledge.wording.talk_returned);
    expect(told).toContain(app.knowledge.wording.resume);
    expect((await say('b10', 'phường Văn Phú')).text).toContain(app.knowledge.wording.ask_product);
  });

  test.each([
    ['has blocked us', { blocked: 1 as const }],
    ['has not written for longer than the channel answers for nothing', { seen_at: '2026-11-20T03:00:00Z' }],
  ])('given back by staff: who %s is sent nothing', async (name, identity) => {
    const { conversationId: id } = await app.say(name, 'chào', { channel: 'zalo-oa' });
    await setTakenOver(app.db, id, until, by);
    await app.db.updateTable('identity').set(identity).where('address', '=', name).execute();
    const sent = (await outboxOf(id)).length;
    expect(await app.handle.giveBack(id, by)).toBe(true);
    expect(await outboxOf(id)).toHaveLength(sent);
    expect(await heldUntil(id)).toBeNull();
  });

  test('when the time is over the bot answers again by itself', async () => {
    await takeOver('b7', ['chào']);
    await say('b7', 'alo');
    app.setNow('2026-11-23T05:00:01Z');
    expect((await say('b7', 'htx cần mấy người')).text).toContain('05 thành viên');
    app.setNow('2026-11-23T03:00:00Z');
  });
});
