// A person erases everything while staff work with the same lead or question, on both databases: nothing of theirs is left, and nobody waits for each other for good.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { erasePerson } from '../../src/conversation/store/erase.ts';
import { settleGaps } from '../../src/conversation/store/gaps-settled.ts';
import { sayAsStaff } from '../../src/conversation/store/say-as-staff.ts';
import type { Database } from '../../src/database/open.ts';
import { joinLeads, leaveFounders, noteToFounders } from '../../src/leads/store/founders.ts';
import { changeOwnLead, eraseLeads } from '../../src/leads/store/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { addLead } from '../support/leads.ts';

onBoth('erased meanwhile', (kind) => {
  let app: TestApp;
  let A: string;
  let B: string;
  let C: string;
  const by = { actor: 'someone', now: new Date('2026-11-24T00:00:00Z') };
  const later = new Date('2026-11-24T01:00:00Z');
  const wish = { kind: 'group', place: 'phuong-van-phu', product: 'che' } as const;
  const row = (id: string) =>
    app.db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const groups = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await row(id)).group_id));
  const eventsOf = async (id: string) =>
    app.db.selectFrom('lead_event').selectAll().where('lead_id', '=', id).execute();
  const join = (id: string, ...chosen: string[]) =>
    joinLeads(app.db, app.vault, id, chosen, 'họp thứ ba', by);
  /** `second` begins while the transaction of `first` is open; both must come to an end. */
  async function meanwhile<T>(first: (trx: Database) => Promise<unknown>, second: () => Promise<T>) {
    let after: Promise<T> | undefined;
    await app.db.transaction().execute(async (trx) => {
      await first(trx);
      after = second();
      after.catch(() => undefined);
      await wait(150);
    });
    return after;
  }

  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.deleteFrom('lead_event').execute();
    await app.db.deleteFrom('lead').execute();
    [A, B, C] = [
      await addLead(app, { ...wish, name: 'A' }, '2026-11-20T00:00:00Z'),
      await addLead(app, { ...wish, name: 'B' }, '2026-11-21T00:00:00Z'),
      await addLead(app, { ...wish, name: 'C' }, '2026-11-22T00:00:00Z'),
    ];
  });

  test('a note for the group does not reach the lead that is being erased', async () => {
    await join(A, B, C);
    const noted = await meanwhile(
      (trx) => eraseLeads(trx, [B], later),
      () => noteToFounders(app.db, app.vault, A, 'mời ủy ban', by),
    );
    expect(noted).toBe(2);
    expect((await eventsOf(B)).every((e) => e.body_sealed === null && e.to_value === null)).toBe(true);
  });

  test('who erases while being joined is in no group, and nobody is left in a group alone', async () => {
    const joined = await meanwhile(
      (trx) => eraseLeads(trx, [B], later),
      () => join(A, B),
    );
    expect(joined).toBe(0);
    expect(await groups(A, B)).toEqual([null, null]);
    expect((await eventsOf(B)).every((e) => e.body_sealed === null && e.to_value === null)).toBe(true);
  });

  test('of two in a group one erases: the other is in none', async () => {
    await join(A, B);
    await app.db.transaction().execute((trx) => eraseLeads(trx, [B], later));
    expect(await groups(A, B)).toEqual([null, null]);
    await join(A, C);
    const [left] = await Promise.all([
      leaveFounders(app.db, A, by),
      app.db.transaction().execute((trx) => eraseLeads(trx, [C], later)),
    ]);
    expect(typeof left).toBe('boolean');
    expect(await groups(A, C)).toEqual([null, null]);
  });

  test('who takes somebody out of a group that is gone by then is told so', async () => {
    await join(A, B);
    const left = await meanwhile(
      (trx) => eraseLeads(trx, [B], later),
      () => leaveFounders(app.db, B, by),
    );
    expect(left).toBe(false);
    expect((await eventsOf(B)).some((e) => e.kind === 'ungrouped' && e.to_value !== null)).toBe(false);
  });

  test('somebody who moves to another ward while being joined is in no group', async () => {
    const { identity_id: identityId } = await row(B);
    const change = { id: B, identityId, details: { ...wish, place: 'phuong-au-lau' } };
    const joined = await meanwhile(
      (trx) => changeOwnLead(trx, app.vault, change, later),
      () => join(A, B),
    );
    expect(joined).toBe(0);
    expect(await groups(A, B)).toEqual([null, null]);
  });

  test('a person with several leads erases them while the oldest is joined with the next: neither waits for ever', async () => {
    // Rows lie in the file in the order they were written, not in the order they came.
    const mine = await addLead(app, { ...wish, name: 'mine' }, '2026-11-19T00:00:00Z');
    const oldest = await addLead(app, { ...wish, name: 'oldest' }, '2026-11-01T00:00:00Z');
    let erased: Promise<unknown> | undefined;
    let joined: Promise<number> | undefined;
    await app.db.transaction().execute(async (trx) => {
      await trx.updateTable('lead').set({ source: 'held' }).where('id', '=', C).execute();
      erased = app.db.transaction().execute((own) => eraseLeads(own, [A, C, mine, oldest], later));
      await wait(100);
      joined = join(B, A);
      erased.catch(() => undefined);
      joined.catch(() => undefined);
      await wait(100);
    });
    await Promise.all([erased, joined]);
    expect(await groups(A, B, C, mine, oldest)).toEqual([null, null, null, null, null]);
  });

  test('many erase while many are joined: no two wait for each other', async () => {
    for (let round = 0; round < 5; round++) {
      const many = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          addLead(app, { ...wish, name: `${i}` }, `2026-10-${20 - i}T0${round}:00:00Z`),
        ),
      );
      const [one = '', two = '', three = '', four = '', ...rest] = many;
      await join(one, two, three);
      await Promise.all([
        join(two, four, ...rest),
        join(three, ...rest),
        noteToFounders(app.db, app.vault, one, 'họp', by),
        leaveFounders(app.db, three, by),
        app.db.transaction().execute((trx) => eraseLeads(trx, [rest[2] ?? '', one, two], later)),
        app.db.transaction().execute((trx) => eraseLeads(trx, [four, rest[0] ?? ''], later)),
      ]);
      for (const id of [one, two, four]) {
        expect((await row(id)).group_id).toBeNull();
        expect((await eventsOf(id)).every((e) => e.body_sealed === null)).toBe(true);
      }
    }
  });

  test('an answer to a question whose asker is erasing everything is not sent, and neither waits for ever', async () => {
    const ask = async (who: string) => {
      const { conversationId } = await app.say(who, 'nuôi đà điểu thì kê vào ô số mấy');
      return app.db
        .selectFrom('gap')
        .innerJoin('conversation', 'conversation.id', 'gap.conversation_id')
        .select(['gap.id', 'conversation.id as conversationId', 'conversation.identity_id as identityId'])
        .where('conversation_id', '=', conversationId)
        .executeTakeFirstOrThrow();
    };
    const { id, ...person } = await ask('lan');
    const answer = { conversationId: person.conversationId, text: 'Chào chị Lan', gapId: id };
    const hold = (trx: Database) =>
      trx
        .updateTable('conversation')
        .set({ staff_until: null })
        .where('id', '=', person.conversationId)
        .execute();
    let said: Promise<string> | undefined;
    await app.db.transaction().execute(async (trx) => {
      await hold(trx);
      said = sayAsStaff(app.db, app.vault, answer, { accountId: 'someone', now: by.now });
      said.catch(() => undefined);
      await wait(150);
      await erasePerson(trx, person, later);
    });
    expect(await said).toBe('erased');
    const turns = await app.db.selectFrom('turn').selectAll().where('staff_id', 'is not', null).execute();
    expect(turns).toEqual([]);
    const gap = await app.db.selectFrom('gap').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect([gap.status, gap.question]).toEqual(['ignored', '']);

    const again = await ask('mai');
    const { id: other } = await ask('hoa');
    await Promise.all([
      settleGaps(app.db, [other, again.id], 'ignored', { accountId: 'x', now: by.now }),
      app.db.transaction().execute((trx) => erasePerson(trx, again, later)),
      settleGaps(app.db, [again.id, other], 'done', { accountId: 'y', now: by.now }),
    ]);
  });

  test('a message from a lead is not sent once its person has erased it', async () => {
    const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
    for (const line of lines.split('|')) await app.say('tung', line);
    const lead = await app.db
      .selectFrom('lead')
      .select(['id', 'identity_id as identityId', 'conversation_id as conversationId'])
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    const message = { conversationId: lead.conversationId, leadId: lead.id, text: 'Chào anh Tùng' };
    const said = await meanwhile(
      async (trx) => {
        await trx
          .updateTable('conversation')
          .set({ staff_until: null })
          .where('id', '=', lead.conversationId)
          .execute();
        await erasePerson(trx, lead, later);
      },
      () => sayAsStaff(app.db, app.vault, message, { accountId: 'someone', now: by.now }),
    );
    expect(said).toBe('erased');
  });
});
