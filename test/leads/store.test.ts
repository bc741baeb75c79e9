// Leads as the talk records them, and what retention takes, on both databases.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RetentionReport, runRetention } from '../../src/conversation/store/retention.ts';
import { monthsBefore } from '../../src/leads/retention.ts';
import { likelySame } from '../../src/leads/store/find.ts';
import { countByStatus, listLeads } from '../../src/leads/store/list.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';

onBoth('leads', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());
  const register = async (
    address: string,
    name: string,
    phone: string,
    place = 'phường Yên Bái',
    members = '4',
  ) => {
    for (const line of [
      'đăng ký lập nhóm',
      'htx',
      place,
      'chè',
      members,
      'đồng ý',
      name,
      phone,
      'tối',
      'gửi đi',
    ])
      await app.say(address, line);
  };
  const all = () => listLeads(app.db, app.vault, {}, { limit: 100, offset: 0 });

  test('come back as they were told, newest first, by filter', async () => {
    await register('p1', 'Trần Văn Tùng', '0912345678');
    app.setNow('2026-11-23T04:00:00Z');
    await register('p2', 'Lò Thị Hoa', '0987654321', 'phường Văn Phú', '4 nhà');
    const rows = await all();
    expect(rows.map((r) => [r.name, r.phone, r.members, r.memberUnit, r.status])).toEqual([
      ['Lò Thị Hoa', '+84987654321', 4, 'hộ', 'new'],
      ['Trần Văn Tùng', '+84912345678', 4, undefined, 'new'],
    ]);
    const there = await listLeads(app.db, app.vault, { place: 'phuong-van-phu' }, { limit: 5, offset: 0 });
    expect(there.map((r) => r.name)).toEqual(['Lò Thị Hoa']);
    expect(await countByStatus(app.db, app.vault, { status: 'closed' })).toEqual(new Map([['new', 2]]));
  });

  test('the same phone from another channel is shown as likely the same person', async () => {
    app.setNow('2026-11-23T04:30:00Z');
    await register('p3', 'Tran Van Tung', '+84 912 345 678');
    const [newest] = await all();
    if (!newest) throw new Error('no lead');
    expect((await likelySame(app.db, app.vault, newest)).map((r) => r.name)).toEqual(['Trần Văn Tùng']);
  });

  describe('retention', () => {
    beforeEach(() => app.setNow('2026-11-23T05:00:00Z'));
    let last = Date.parse('2026-11-24T00:00:00Z');
    /** Looks every month until then, as a server that runs does; all that was taken. */
    async function until(day: string): Promise<RetentionReport> {
      const total: Record<string, number> = {};
      while (last < Date.parse(day)) {
        last = Math.min(last + 30 * 86_400_000, Date.parse(day));
        const { doubt, ...report } = await runRetention(app.db, new Date(last));
        expect(doubt).toBeUndefined();
        for (const [kind, n] of Object.entries(report)) total[kind] = (total[kind] ?? 0) + n;
      }
      return total as RetentionReport;
    }
    test('takes nothing before its time', async () => {
      const early = await runRetention(app.db, new Date('2026-11-24T00:00:00Z'));
      expect(early).toMatchObject({ talks: 0, leads: 0, drafts: 0 });
      const again = await runRetention(app.db, new Date('2026-11-24T00:00:00Z'));
      expect(Object.values(again).filter((n) => n !== 0)).toEqual([]);
    });
    test('drafts after 30 days, talks after 12 months, leads after 24 months', async () => {
      const monthLater = await until('2026-12-25T00:00:00Z');
      expect(monthLater.drafts).toBeGreaterThan(0);
      expect(monthLater).toMatchObject({ talks: 0, leads: 0 });
      const yearLater = await until('2027-11-25T00:00:00Z');
      expect(yearLater.talks).toBe(3);
      expect((await all()).every((l) => l.name !== undefined)).toBe(true);
      expect(await runRetention(app.db, new Date('2027-11-25T00:00:00Z'))).toMatchObject({ talks: 0 });
      // Whoever has no lead left is forgotten with it, the address too.
      const end = await until('2028-11-26T00:00:00Z');
      expect(end).toMatchObject({ leads: 3, talks: 3 });
      expect((await all()).every((l) => l.erased && l.name === undefined && l.phone === undefined)).toBe(
        true,
      );
      expect(await app.db.selectFrom('identity').select('address').execute()).toEqual([]);
      expect(await runRetention(app.db, new Date('2028-11-26T00:00:00Z'))).toEqual({
        inbound: 0,
        talks: 0,
        leads: 0,
        drafts: 0,
        outbox: 0,
        staff: 0,
      });
    });
  });
});

test.each([
  ['2026-03-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
  ['2024-03-31T00:00:00.000Z', 1, '2024-02-29T00:00:00.000Z'],
  ['2026-11-23T10:00:00.000Z', 12, '2025-11-23T10:00:00.000Z'],
  ['2026-01-15T10:00:00.000Z', 24, '2024-01-15T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months)).toBe(then);
});
