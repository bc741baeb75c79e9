// Leads as the desk finds, counts and works on them, on both databases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countCallBacks } from '../../src/leads/store/counts.ts';
import { findLead } from '../../src/leads/store/find.ts';
import {
  codesOf,
  countByStatus,
  type LeadFilter,
  listLeads,
  neighboursOf,
} from '../../src/leads/store/list.ts';
import { historyOf, type LeadWork, workOn } from '../../src/leads/store/review.ts';
import { openLeadsOf } from '../../src/leads/store/to-do.ts';
import { eraseLeads } from '../../src/leads/store/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { addLead } from '../support/leads.ts';

onBoth('leads at the desk', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
    const people = [
      { name: 'Trần Văn Tùng', phone: '+84912345678', place: 'phuong-yen-bai' },
      { name: 'Lò Thị Hoa', phone: '+84987654321', place: 'phuong-van-phu' },
      { name: 'Giàng A Páo', phone: '+84356789012', place: 'phuong-yen-bai' },
    ];
    for (const [i, person] of people.entries())
      await addLead(app, person, `2026-11-23T0${i}:00:00Z`, '2026-11-20T00:00:00.000Z');
  });
  afterAll(() => app.close());
  const all = () => listLeads(app.db, app.vault, {}, { limit: 100, offset: 0 });
  const found = async (filter: LeadFilter) =>
    (await listLeads(app.db, app.vault, filter, { limit: 100, offset: 0 })).map((r) => r.name);
  const work = async (id: string, seen: string, change: LeadWork, at = '2026-11-24T00:00:00Z') =>
    workOn(app.db, app.vault, id, change, { actor: 'someone', seen, now: new Date(at) });
  const reread = async (id: string) => {
    const lead = await findLead(app.db, app.vault, id);
    if (!lead) throw new Error('no lead');
    return lead;
  };

  test('are found by the code however it is typed, by a whole number, by a whole name; a code alone asks for nothing else', async () => {
    const [newest] = await all();
    const bare = newest?.code.slice(4) ?? '';
    for (const code of [bare, bare.toLowerCase(), `htx ${bare}`, ` HTX-${bare} `, `htx${bare}`]) {
      expect(await found({ search: code })).toEqual(['Giàng A Páo']);
      expect(await found({ code })).toEqual(['Giàng A Páo']);
    }
    expect(await found({ search: 'lo thi hoa' })).toEqual(['Lò Thị Hoa']);
    expect(await found({ search: '0987.654.321' })).toEqual(['Lò Thị Hoa']);
    for (const part of ['Hoa', '98765']) expect(await found({ search: part })).toEqual([]);
    for (const personal of ['lo thi hoa', '0987654321']) expect(await found({ code: personal })).toEqual([]);
  });

  test('stand between their neighbours, also one that has left the filter', async () => {
    const [newest, middle, oldest] = await all();
    if (!newest || !middle || !oldest) throw new Error('no leads');
    const beside = (lead: typeof newest, filter: LeadFilter) => neighboursOf(app.db, app.vault, filter, lead);
    expect(await beside(newest, {})).toEqual({ newer: undefined, older: middle.id });
    expect(await beside(middle, {})).toEqual({ newer: newest.id, older: oldest.id });
    expect(await beside(oldest, {})).toEqual({ newer: middle.id, older: undefined });
    expect(await beside(middle, { place: oldest.place ?? '' })).toEqual({
      newer: newest.id,
      older: oldest.id,
    });
    expect(await codesOf(app.db, [middle.identityId, 'nobody'])).toEqual(
      new Map([[middle.identityId, [{ id: middle.id, code: middle.code }]]]),
    );
  });

  test('given to somebody and not finished, the longest waiting first', async () => {
    const [newest, middle, oldest] = await all();
    if (!newest || !middle || !oldest) throw new Error('no leads');
    const set = (id: string, to: string | null, status: string) =>
      app.db.updateTable('lead').set({ assigned_to: to, status }).where('id', '=', id).execute();
    const names = async (limit = 9) => {
      const { rows, all: count } = await openLeadsOf(app.db, app.vault, 'me', '2026-11-24', limit);
      return [count, ...rows.map((r) => r.name)];
    };
    expect(await names()).toEqual([0]);
    for (const lead of [newest, middle, oldest]) await set(lead.id, 'me', 'waiting');
    expect(await names(2)).toEqual([3, oldest.name, middle.name]);
    await set(oldest.id, 'me', 'closed');
    await set(middle.id, 'somebody else', 'new');
    expect(await names()).toEqual([1, newest.name]);
    for (const lead of [newest, middle, oldest]) await set(lead.id, null, 'new');
  });

  describe('worked on by staff', () => {
    test('a change needs the version that was seen; each reason stays in the history', async () => {
      const [lead] = await all();
      if (!lead) throw new Error('no lead');
      const called = { status: 'contacted', reason: 'gọi lần một', assignedTo: 'someone' } as const;
      expect(await work(lead.id, lead.updatedAt, called)).toBe('done');
      expect(await work(lead.id, lead.updatedAt, { status: 'closed', reason: 'trùng' })).toBe(
        'changed-meanwhile',
      );
      const { updatedAt } = await reread(lead.id);
      const again = { reason: 'gọi lần hai', note: 'nhà ở cuối xóm' };
      expect(await work(lead.id, updatedAt, again, '2026-11-24T01:00:00Z')).toBe('done');
      expect(await reread(lead.id)).toMatchObject({
        status: 'contacted',
        statusReason: 'gọi lần hai',
        assignedTo: 'someone',
        consent: { channel: 'web', at: '2026-11-20T00:00:00.000Z' },
      });
      const history = await historyOf(app.db, app.vault, lead.id);
      expect(history.map((h) => [h.kind, h.from, h.to, h.body])).toEqual([
        ['note', null, null, 'nhà ở cuối xóm'],
        ['status', 'contacted', 'contacted', 'gọi lần hai'],
        ['assigned', null, 'someone', null],
        ['status', 'new', 'contacted', 'gọi lần một'],
        ['created', null, null, null],
      ]);
      const kept = JSON.stringify(await app.db.selectFrom('lead_event').selectAll().execute());
      for (const word of ['gọi lần', 'cuối xóm']) expect(kept).not.toContain(word);
    });

    test('a note is added whatever others did meanwhile, and takes nothing back', async () => {
      const [lead] = await all();
      if (!lead) throw new Error('no lead');
      expect(await work(lead.id, 'long ago', { note: 'thêm' })).toBe('done');
      expect(await reread(lead.id)).toEqual(lead);
    });

    test('what is not there cannot be worked on', async () => {
      expect(await work('no-such', 'x', { note: 'x' })).toBe('gone');
    });
  });

  test('a day to call back: set, found by, put first when it has come, taken back, gone with what is finished or erased', async () => {
    const id = await addLead(app, { name: 'Hẹn Một' }, '2026-11-20T00:00:00Z');
    const other = await addLead(app, { name: 'Hẹn Hai' }, '2026-11-21T00:00:00Z');
    const change = async (which: string, to: LeadWork) =>
      work(
        which,
        (await reread(which)).updatedAt,
        to,
        new Date(Date.parse((await reread(which)).updatedAt) + 60_000).toISOString(),
      );
    const day = async () => (await reread(id)).callBackOn;
    expect(await day()).toBeNull();
    expect(await work(id, 'long ago', { callBackOn: '2026-11-25' })).toBe('changed-meanwhile');
    expect(await change(id, { callBackOn: '2026-11-25', assignedTo: 'me2' })).toBe('done');
    expect(await work(id, 'long ago', { callBackOn: '2026-11-25', note: 'cùng ngày' })).toBe('done');
    await change(other, { assignedTo: 'me2' });
    expect(await found({ callBackBy: '2026-11-24' })).toEqual([]);
    expect(await found({ callBackBy: '2026-11-25' })).toEqual(['Hẹn Một']);
    const mine = async (today: string) =>
      (await openLeadsOf(app.db, app.vault, 'me2', today, 9)).rows.map((r) => r.name);
    expect(await mine('2026-11-24')).toEqual(['Hẹn Hai', 'Hẹn Một']);
    expect(await mine('2026-11-25')).toEqual(['Hẹn Một', 'Hẹn Hai']);
    expect([await countCallBacks(app.db, '2026-11-24'), await countCallBacks(app.db, '2026-11-26')]).toEqual([
      0, 1,
    ]);

    await change(id, { callBackOn: '2026-11-26' });
    await change(id, { callBackOn: null });
    await change(id, { callBackOn: '2026-11-27' });
    expect(await day()).toBe('2026-11-27');
    await change(id, { status: 'closed', reason: 'đã có nhóm' });
    expect(await day()).toBeNull();
    const told = await app.db
      .selectFrom('audit')
      .select('detail')
      .where('subject', '=', id)
      .where('action', '=', 'lead.call-back')
      .orderBy('at')
      .execute();
    expect(told.map((a) => a.detail)).toEqual(['set', 'moved', 'none', 'set', 'none']);
    const moves = (await historyOf(app.db, app.vault, id)).filter((h) => h.kind === 'call-back');
    expect(
      moves
        .map((h) => [h.from, h.to])
        .reverse()
        .slice(0, 3),
    ).toEqual([
      [null, '2026-11-25'],
      ['2026-11-25', '2026-11-26'],
      ['2026-11-26', ''],
    ]);

    await change(other, { callBackOn: '2026-11-28' });
    await eraseLeads(app.db, [other], new Date('2026-11-24T02:00:00Z'));
    expect((await reread(other)).callBackOn).toBeNull();
    expect((await historyOf(app.db, app.vault, other)).every((h) => h.to === null)).toBe(true);
    expect(JSON.stringify(await app.db.selectFrom('audit').selectAll().execute())).not.toContain(
      '"2026-11-28"',
    );
    await app.db.deleteFrom('lead').where('id', 'in', [id, other]).execute();
  });

  test('an erased lead leaves those that wait; what was formed stays counted', async () => {
    const [newest, middle, oldest] = await all();
    if (!newest || !middle || !oldest) throw new Error('no leads');
    expect(await work(oldest.id, oldest.updatedAt, { status: 'formed' })).toBe('done');
    await eraseLeads(app.db, [middle.id, oldest.id], new Date('2026-11-24T02:00:00Z'));
    expect(await countByStatus(app.db, app.vault, { status: 'new' })).toEqual(
      new Map([
        ['contacted', 1],
        ['formed', 1],
        ['erased', 1],
      ]),
    );
    const ids = async (filter: LeadFilter) =>
      (await listLeads(app.db, app.vault, filter, { limit: 9, offset: 0 })).map((r) => r.id);
    expect(await ids({ status: 'new' })).toEqual([]);
    expect(await ids({ status: 'erased' })).toEqual([middle.id]);
    expect(await ids({ status: 'formed' })).toEqual([oldest.id]);
    expect(await codesOf(app.db, [middle.identityId])).toEqual(new Map());
    const gone = await reread(middle.id);
    expect(await work(middle.id, gone.updatedAt, { note: 'gọi lại' })).toBe('gone');
    expect((await historyOf(app.db, app.vault, middle.id)).every((h) => h.body === null)).toBe(true);
  });
});
