// Leads brought together to found one group, on both databases: who could join, groups that become one, leaving, notes, erasure.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLead } from '../../src/leads/store/find.ts';
import {
  couldJoin,
  countCouldJoin,
  foundersWith,
  joinLeads,
  leaveFounders,
  noteToFounders,
} from '../../src/leads/store/founders.ts';
import { historyOf } from '../../src/leads/store/review.ts';
import { changeOwnLead, eraseLeads } from '../../src/leads/store/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { addLead } from '../support/leads.ts';

onBoth('founders', (kind) => {
  let app: TestApp;
  const ids: Record<string, string> = {};
  const by = { actor: 'someone', now: new Date('2026-11-24T00:00:00Z') };
  const wish = { place: 'phuong-van-phu', product: 'che' };
  const id = (name: string): string => ids[name] ?? '';
  const lead = async (name: string) => {
    const found = await findLead(app.db, app.vault, id(name));
    if (!found) throw new Error('no lead');
    return found;
  };
  const names = (rows: readonly { name?: string | undefined }[]) => rows.map((r) => r.name);
  const could = async (name: string) => names(await couldJoin(app.db, app.vault, await lead(name), 9));
  const others = async (name: string) => names(await foundersWith(app.db, app.vault, await lead(name)));
  const join = (name: string, chosen: string[], note?: string) =>
    joinLeads(app.db, app.vault, id(name), chosen.map(id), note, by);
  const auditOf = async (action: string) =>
    (await app.db.selectFrom('audit').selectAll().where('action', '=', action).execute()).length;

  beforeAll(async () => {
    app = await startTestApp(kind);
    for (const [i, name] of ['A', 'B', 'C', 'D', 'E'].entries())
      ids[name] = await addLead(app, { ...wish, name }, `2026-11-2${i}T00:00:00Z`);
    ids.elsewhere = await addLead(app, { ...wish, place: 'phuong-au-lau', name: 'elsewhere' });
    ids.other = await addLead(app, { ...wish, product: 'que', name: 'other' });
    ids.callback = await addLead(app, { ...wish, kind: 'callback', name: 'callback' });
    ids.closed = await addLead(app, { ...wish, name: 'closed' });
    ids.vague = await addLead(app, { name: 'vague' });
    await app.db.updateTable('lead').set({ status: 'closed' }).where('id', '=', id('closed')).execute();
  });
  afterAll(() => app.close());

  test('who could join: one place, one trade, still waiting, the longest first', async () => {
    expect(await could('B')).toEqual(['A', 'C', 'D', 'E']);
    expect(await could('vague')).toEqual([]);
    expect(await could('closed')).toEqual([]);
    const counts = ['B', 'vague', 'closed', 'callback'].map(async (n) =>
      countCouldJoin(app.db, await lead(n)),
    );
    expect(await Promise.all(counts)).toEqual([4, 0, 0, 0]);
  });

  test('only such leads are joined; nobody else is touched', async () => {
    expect(await join('A', ['elsewhere', 'other', 'callback', 'closed'])).toBe(0);
    expect(await join('A', ['A'])).toBe(0);
    expect(await join('callback', ['A'])).toBe(0);
    expect(await join('vague', ['A'])).toBe(0);
    expect(await joinLeads(app.db, app.vault, 'no-such', [id('A')], undefined, by)).toBe(0);
    expect(await auditOf('lead.grouped')).toBe(0);
    expect(await join('A', ['B', 'elsewhere'], 'họp thứ ba')).toBe(2);
    expect([await others('A'), await others('B'), await others('elsewhere')]).toEqual([['B'], ['A'], []]);
    expect(await could('A')).toEqual(['C', 'D', 'E']);
    expect(await auditOf('lead.grouped')).toBe(2);
    const history = await historyOf(app.db, app.vault, id('B'));
    expect(history.map((h) => [h.kind, h.to, h.body])).toEqual([
      ['grouped', '2', null],
      ['note', null, 'họp thứ ba'],
      ['created', null, null],
    ]);
    const kept = JSON.stringify(await app.db.selectFrom('lead_event').selectAll().execute());
    expect(kept).not.toContain('thứ ba');
  });

  test('whoever joins at once with others ends in one group with them', async () => {
    for (let round = 0; round < 10; round++) {
      await app.db.updateTable('lead').set({ group_id: null }).execute();
      await Promise.all([join('A', ['B']), join('D', ['E']), join('B', ['C']), join('C', ['D'])]);
      expect(await others('A')).toEqual(['B', 'C', 'D', 'E']);
    }
    await app.db.updateTable('lead').set({ group_id: null }).execute();
    await join('A', ['B']);
  });

  test('groups that meet become one', async () => {
    expect(await join('C', ['D'])).toBe(2);
    expect(await others('C')).toEqual(['D']);
    await join('E', ['D', 'A']);
    expect(await others('A')).toEqual(['B', 'C', 'D', 'E']);
    expect(await could('A')).toEqual([]);
    expect((await lead('A')).updatedAt).toBe('2026-11-20T00:00:00.000Z');
  });

  test('a note stands on each of them, sealed by itself', async () => {
    expect(await noteToFounders(app.db, app.vault, id('E'), 'mời ủy ban', by)).toBe(5);
    for (const name of ['A', 'E'])
      expect((await historyOf(app.db, app.vault, id(name))).some((h) => h.body === 'mời ủy ban')).toBe(true);
    expect(await noteToFounders(app.db, app.vault, id('other'), 'x', by)).toBe(0);
  });

  test('whoever moves to another ward or trade is in the group no more, which history and audit log say; another name stays', async () => {
    const moving = ['move 1', 'move 2', 'move 3'];
    const own = { place: 'phuong-yen-bai', product: 'che' };
    for (const name of moving) ids[name] = await addLead(app, { ...own, name });
    const change = async (name: string, to: object) => {
      const { identityId } = await lead(name);
      const details = { kind: 'group' as const, ...own, name, ...to };
      await changeOwnLead(app.db, app.vault, { id: id(name), identityId, details }, by.now);
    };
    await join('move 1', ['move 2', 'move 3']);
    await change('move 2', { name: 'move two' });
    expect(await others('move 1')).toEqual(expect.arrayContaining(['move two', 'move 3']));
    await change('move 3', { product: 'que' });
    expect([await others('move 1'), await others('move 3')]).toEqual([['move two'], []]);
    await change('move 2', { place: 'phuong-au-lau' });
    expect((await lead('move 1')).groupId).toBeNull();
    const told = async (name: string) =>
      (await historyOf(app.db, app.vault, id(name))).flatMap((h) => (h.kind === 'ungrouped' ? [h.to] : []));
    expect([await told('move 3'), await told('move 1')]).toEqual([['moved'], ['alone']]);
    const audited = await app.db
      .selectFrom('audit')
      .select(['subject', 'actor', 'detail'])
      .where('action', '=', 'lead.ungrouped')
      .where('subject', 'in', moving.map(id))
      .execute();
    expect(audited).toHaveLength(3);
    expect(audited).toContainEqual({ subject: id('move 1'), actor: 'system', detail: 'alone' });
    expect(audited).toContainEqual({ subject: id('move 2'), actor: 'person', detail: 'moved' });
  });

  test('a lead that is finished gathers nobody', async () => {
    expect(await join('closed', ['A'])).toBe(0);
    expect((await lead('closed')).groupId).toBeNull();
  });

  test('one leaves; who has everything erased is in no group; who is left alone is in none', async () => {
    expect(await leaveFounders(app.db, id('E'), by)).toBe(true);
    expect(await leaveFounders(app.db, id('E'), by)).toBe(false);
    expect(await others('A')).toEqual(['B', 'C', 'D']);
    await eraseLeads(app.db, [id('B')], new Date('2026-11-24T02:00:00Z'));
    expect([await others('A'), await others('B')]).toEqual([['C', 'D'], []]);
    expect(await join('A', ['B'])).toBe(0);
    expect((await historyOf(app.db, app.vault, id('B'))).every((h) => h.body === null && h.to === null)).toBe(
      true,
    );
    expect((await historyOf(app.db, app.vault, id('A'))).some((h) => h.body === 'mời ủy ban')).toBe(true);
    await leaveFounders(app.db, id('C'), by);
    await leaveFounders(app.db, id('D'), by);
    expect((await lead('A')).groupId).toBeNull();
  });
});
