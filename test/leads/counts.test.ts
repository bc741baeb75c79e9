// What the overview counts: leads still to be worked without the erased, and formed ones in the year it happened, on both databases.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LeadDetails, LeadStatus } from '../../src/leads/lead.ts';
import { countToWork, firstYear, formedByYear } from '../../src/leads/store/counts.ts';
import { workOn } from '../../src/leads/store/review.ts';
import { addLeads, eraseLeads } from '../../src/leads/store/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';

onBoth('counts of leads', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());

  async function lead(details: Partial<LeadDetails>, ...steps: [LeadStatus, string][]): Promise<string> {
    const id = randomUUID();
    const made = new Date('2024-11-01T00:00:00Z');
    await addLeads(
      app.db,
      app.vault,
      [
        {
          id,
          code: `HTX-${id.slice(0, 5)}`,
          identityId: 'i',
          conversationId: 'c',
          details: { kind: 'group', ...details },
          consent: { at: made.toISOString(), channel: 'web', messageId: 'm', version: '1' },
        },
      ],
      made,
    );
    for (const [status, at] of steps) {
      const row = await app.db
        .selectFrom('lead')
        .select('updated_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const by = { actor: 'a', seen: row.updated_at, now: new Date(at) };
      expect(await workOn(app.db, app.vault, id, { status }, by)).toBe('done');
    }
    return id;
  }

  test('nothing yet', async () => {
    expect(await firstYear(app.db)).toBeUndefined();
    expect((await formedByYear(app.db)).size).toBe(0);
  });

  test('a lead counts in the Vietnamese year it came to stand as formed, once, unless it was set back', async () => {
    await lead(
      { form: 'tht', members: 5 },
      ['contacted', '2025-05-01T00:00:00Z'],
      ['formed', '2025-06-01T00:00:00Z'],
      ['formed', '2026-02-01T00:00:00Z'],
    );
    // 18:00 UTC on New Year's Eve is already the new year here.
    await lead({ form: 'tht', members: 7 }, ['formed', '2025-12-31T18:00:00Z']);
    await lead(
      { form: 'htx', members: 9 },
      ['formed', '2025-03-01T00:00:00Z'],
      ['closed', '2025-04-01T00:00:00Z'],
    );
    await lead(
      { form: 'htx', members: 11 },
      ['formed', '2025-03-01T00:00:00Z'],
      ['waiting', '2025-04-01T00:00:00Z'],
      ['formed', '2026-05-01T00:00:00Z'],
    );
    await lead({}, ['formed', '2026-05-02T00:00:00Z']);
    await lead({ form: 'tht' });
    const years = await formedByYear(app.db);
    expect([...years.keys()].sort()).toEqual([2025, 2026]);
    expect(years.get(2025)).toEqual({
      tht: { leads: 1, members: 5 },
      htx: { leads: 0, members: 0 },
      unsure: { leads: 0, members: 0 },
    });
    expect(years.get(2026)).toEqual({
      tht: { leads: 1, members: 7 },
      htx: { leads: 1, members: 11 },
      unsure: { leads: 1, members: 0 },
    });
    expect(await firstYear(app.db)).toBe(2024);
  });

  test('an erased lead is nobody to call, but the group it became still stands', async () => {
    const before = await countToWork(app.db);
    const formed = await lead({ form: 'htx', members: 8 }, ['formed', '2025-07-01T00:00:00Z']);
    const open = await lead({ form: 'htx' });
    expect((await countToWork(app.db)).get('new')).toBe((before.get('new') ?? 0) + 1);
    await eraseLeads(app.db, [formed, open], new Date('2026-08-01T00:00:00Z'));
    expect(await countToWork(app.db)).toEqual(before);
    expect((await formedByYear(app.db)).get(2025)?.htx).toEqual({ leads: 1, members: 8 });
  });

  test('erasing moves no group to another year, however often its lead was worked on since it was formed', async () => {
    const later = await lead(
      { form: 'tht', members: 6 },
      ['formed', '2025-08-01T00:00:00Z'],
      ['formed', '2026-03-01T00:00:00Z'],
    );
    const before = await formedByYear(app.db);
    await eraseLeads(app.db, [later], new Date('2026-08-01T00:00:00Z'));
    expect(await formedByYear(app.db)).toEqual(before);
  });
});
