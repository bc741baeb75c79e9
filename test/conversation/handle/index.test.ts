// The turn as it is stored: one effect a message, order kept, everything of a turn in one transaction, on both databases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../../src/conversation/message.ts';
import { recentTurns } from '../../../src/conversation/store/turns.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';

onBoth('a turn, stored', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());
  const count = async (table: 'turn' | 'lead' | 'outbox' | 'gap' | 'inbound') =>
    Number(
      (
        await app.db
          .selectFrom(table)
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );

  test('a message makes one turn and its messages to send; the same message again makes nothing', async () => {
    const first = await app.say('a1', 'htx cần mấy người', { messageId: 'x' });
    const before = [await count('turn'), await count('outbox')];
    const again = await app.say('a1', 'htx cần mấy người', { messageId: 'x' });
    expect(first.duplicate).toBe(false);
    expect(again.duplicate).toBe(true);
    expect([await count('turn'), await count('outbox')]).toEqual(before);
    const [turn] = await recentTurns(app.db, first.conversationId, 5);
    expect(turn?.cards).toEqual(['htx-so-nguoi']);
    expect(plainText(turn?.replies[0] ?? { blocks: [] })).toContain('05 thành viên');
  });

  test('the same message twice in one burst counts once', async () => {
    const burst = ['p', 'p', 'q', 'p'].map((messageId) => app.say('a2', 'chào', { messageId }));
    const received = await Promise.all(burst);
    expect(received.map((r) => r.duplicate)).toEqual([false, true, false, true]);
  });

  test('a burst of one talk keeps its order and its state', async () => {
    const lines = [
      'đăng ký lập nhóm',
      'htx',
      'phường Yên Bái',
      'chè',
      '5',
      'đồng ý',
      'Trần Văn Tùng',
      '0912345678',
    ];
    const received = await Promise.all(lines.map((line) => app.say('a3', line)));
    const conversationId = received[0]?.conversationId ?? '';
    const turns = await recentTurns(app.db, conversationId, 20);
    expect(turns).toHaveLength(lines.length);
    expect(turns.map((t) => t.said)).toEqual([...lines.slice(0, 6), '[tên]', '[số]']);
    expect(plainText(turns.at(-1)?.replies[0] ?? { blocks: [] })).toContain('Gọi lúc nào');
    const stored = JSON.stringify(
      await app.db.selectFrom('turn').selectAll().where('conversation_id', '=', conversationId).execute(),
    );
    expect(stored).not.toContain('Tùng');
    expect(stored).not.toContain('0912345678');
  });

  test('sending the form makes one lead with its consent; pressing twice makes no second', async () => {
    const before = await count('lead');
    await app.say('a3', 'buổi tối');
    await Promise.all([
      app.say('a3', { kind: 'choose', id: 'register:send' }, { messageId: 'send' }),
      app.say('a3', { kind: 'choose', id: 'register:send' }, { messageId: 'send' }),
      app.say('a3', { kind: 'choose', id: 'register:send' }, { messageId: 'send-again' }),
    ]);
    expect(await count('lead')).toBe(before + 1);
    const lead = await app.db
      .selectFrom('lead')
      .selectAll()
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    expect(lead.code).toMatch(/^HTX-[2-9A-Z]{5}$/);
    expect(lead).toMatchObject({ form: 'htx', members: 5, status: 'new', consent_channel: 'web' });
    expect(lead.phone_sealed).not.toContain('912345678');
  });

  test('two people at once do not see each other', async () => {
    const [one, two] = await Promise.all([
      app.say('b1', 'tht cần mấy người'),
      app.say('b2', 'htx cần mấy người'),
    ]);
    const cards = async (id: string) => (await recentTurns(app.db, id, 5)).flatMap((t) => t.cards);
    expect(one.conversationId).not.toBe(two.conversationId);
    expect(await cards(one.conversationId)).toEqual(['tht-so-nguoi']);
    expect(await cards(two.conversationId)).toEqual(['htx-so-nguoi']);
  });

  test('a state that cannot be read starts again with an apology, and nothing else is lost', async () => {
    const { conversationId } = await app.say('c1', 'chào');
    await app.db
      .updateTable('conversation')
      .set({ state_sealed: 'v1.broken' })
      .where('id', '=', conversationId)
      .execute();
    await app.say('c1', 'htx cần mấy người');
    const turns = await recentTurns(app.db, conversationId, 5);
    expect(turns).toHaveLength(2);
    const words = turns.at(-1)?.replies.map(plainText).join('\n');
    expect(words).toContain(app.knowledge.wording.unreadable_state);
    expect(words).toContain('05 thành viên');
  });

  test('a question without an answer is kept as a gap, once, with the wish to hear later', async () => {
    await app.say('d1', 'nuôi đà điểu thì kê vào ô số mấy');
    await app.say('d1', { kind: 'choose', id: 'do:later' });
    const gaps = await app.db.selectFrom('gap').selectAll().where('question', 'like', '%đà điểu%').execute();
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ wants_reply: 1, status: 'open' });
  });

  describe('erase my data', () => {
    test('takes the lead, the turns, the draft and what waits, and starts anew', async () => {
      const lines = [
        'đăng ký lập nhóm',
        'tht',
        'phường Văn Phú',
        'gà',
        '3',
        'đồng ý',
        'Hoàng Thị Lan',
        '0987654321',
        'sáng',
      ];
      let conversationId = '';
      for (const line of lines) conversationId = (await app.say('e1', line)).conversationId;
      await app.say('e1', { kind: 'choose', id: 'register:send' });
      await app.say('e1', 'xóa thông tin của tôi');
      await app.say('e1', { kind: 'choose', id: 'data:erase' });
      const lead = await app.db
        .selectFrom('lead')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .executeTakeFirstOrThrow();
      expect(lead).toMatchObject({
        name_sealed: null,
        phone_sealed: null,
        name_hash: null,
        phone_hash: null,
      });
      expect(lead.erased_at).not.toBeNull();
      const said = await app.db
        .selectFrom('turn')
        .select('said')
        .where('conversation_id', '=', conversationId)
        .execute();
      expect(said.filter((t) => t.said?.includes('gà'))).toEqual([]);
    });
  });
});
