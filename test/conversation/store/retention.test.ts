// What retention takes, row by row: each kind after its own time and not a day before, the second run finding nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRetention } from '../../../src/conversation/store/retention.ts';
import { takeSend } from '../../../src/staff/store/sent-once.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';

onBoth('retention', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
    app.setNow('2026-11-23T03:00:00Z');
    await app.say('w', 'htx cần mấy người');
    await app.say('t', 'htx cần mấy người', { channel: 'telegram' });
  });
  afterAll(() => app.close());
  const left = async (table: 'inbound' | 'turn' | 'identity') =>
    (await app.db.selectFrom(table).selectAll().execute()).length;
  const pending = async () =>
    (
      await app.db
        .selectFrom('outbox')
        .select('channel')
        .where('status', '=', 'pending')
        .where('body_sealed', 'is not', null)
        .execute()
    ).map((m) => m.channel);
  /** Retention as of then, and again at once. */
  const run = async (at: string) => {
    const first = await runRetention(app.db, new Date(at));
    const again = await runRetention(app.db, new Date(at));
    expect(Object.values(again)).toEqual(Object.values(again).map(() => 0));
    return first;
  };

  test('what was shown when asked is done with after a day; what waits to be sent is not', async () => {
    expect(await run('2026-11-24T02:59:00Z')).toMatchObject({ outbox: 0 });
    expect(new Set(await pending())).toEqual(new Set(['web', 'telegram']));
    expect((await run('2026-11-24T03:01:00Z')).outbox).toBeGreaterThan(0);
    expect(new Set(await pending())).toEqual(new Set(['telegram']));
  });

  test('forms sent at the desk are forgotten after an hour, without a line in the audit log', async () => {
    await takeSend(app.db, 'k', new Date('2026-11-24T03:30:00Z'));
    const lines = async () => (await app.db.selectFrom('audit').selectAll().execute()).length;
    const before = await lines();
    await run('2026-11-24T04:29:00Z');
    expect(await app.db.selectFrom('sent_once').selectAll().execute()).toHaveLength(1);
    expect(await run('2026-11-24T04:31:00Z')).toMatchObject({ staff: 0 });
    expect(await app.db.selectFrom('sent_once').selectAll().execute()).toHaveLength(0);
    expect(await lines()).toBe(before);
  });

  test('the marks of handled messages go after a week', async () => {
    expect(await run('2026-11-30T02:59:00Z')).toMatchObject({ inbound: 0 });
    expect(await left('inbound')).toBe(2);
    expect(await run('2026-11-30T03:01:00Z')).toMatchObject({ inbound: 2 });
    expect(await left('inbound')).toBe(0);
  });

  test('what was said goes after twelve months, and who it was with', async () => {
    // The service has run all the year: a clock that leaps a year at once is not believed.
    for (let month = 12; month <= 22; month++)
      await runRetention(app.db, new Date(Date.UTC(2026, month - 1, 23)));
    expect(await run('2027-11-23T02:59:00Z')).toMatchObject({ talks: 0 });
    expect([await left('turn'), await left('identity')]).toEqual([2, 2]);
    expect(await run('2027-11-23T03:01:00Z')).toMatchObject({ talks: 2 });
    expect([await left('turn'), await left('identity')]).toEqual([0, 0]);
    expect(await pending()).toEqual([]);
  });
});
