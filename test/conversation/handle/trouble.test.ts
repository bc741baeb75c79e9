// A clock that jumps loses and doubles nothing; a talk somebody holds stops no other; a database that is away refuses, and goes on when it is back.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';
import { clientOf, hidden } from '../../support/http.ts';

const lines = [
  'đăng ký lập nhóm',
  'tht',
  'phường Yên Bái',
  'chè',
  '4',
  'đồng ý',
  'Trần Văn Tùng',
  '0912345678',
];

onBoth('through trouble', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
  });
  afterAll(() => app.close());

  test.each([-1, 1])('the clock jumps by %i hour in the middle of registering and back', async (hours) => {
    const who = `clock${hours}`;
    const base = Date.parse('2026-11-23T03:00:00Z');
    const said = [...lines, 'buổi tối', 'gửi đi'];
    const talks: string[] = [];
    for (const [i, line] of said.entries()) {
      const jumped = i >= 4 && i < 8;
      app.setNow(new Date(base + i * 1000 + (jumped ? hours * 3_600_000 : 0)).toISOString());
      talks.push((await app.say(who, line, { channel: 'telegram' })).conversationId);
    }
    expect(new Set(talks).size).toBe(1);
    const leads = await app.db
      .selectFrom('lead')
      .select('members')
      .where('conversation_id', '=', talks[0] ?? '')
      .execute();
    expect(leads).toEqual([{ members: 4 }]);
    const turns = await app.db
      .selectFrom('turn')
      .select('said')
      .where('conversation_id', '=', talks[0] ?? '')
      .orderBy('seq')
      .execute();
    expect(turns.map((t) => t.said).slice(0, 6)).toEqual(lines.slice(0, 6));
  });

  test('on the web a clock set back makes nobody wait', async () => {
    app.setNow('2026-11-23T05:00:00Z');
    const client = clientOf(app.http);
    const send = async () =>
      (await client.post('/chat', { id: hidden((await client.get('/')).text, 'id'), text: 'chào' })).status;
    expect(await send()).toBe(303);
    app.setNow('2026-11-23T04:00:00Z');
    expect([await send(), await send(), await send()]).toEqual([303, 303, 303]);
  });

  // SQLite knows no row that another holds.
  if (kind === 'postgres')
    test('a talk whose row another holds stops no other, and is answered once it is free', async () => {
      const { conversationId } = await app.say('stuck', 'chào');
      const holder = new pg.Client({ connectionString: app.fresh.url });
      await holder.connect();
      await holder.query('begin');
      await holder.query('select 1 from conversation where id = $1 for update', [conversationId]);
      const stuck = app
        .say('stuck', 'htx cần mấy người', { messageId: 'held' })
        .catch((error: Error) => error);
      const others = await Promise.all(Array.from({ length: 5 }, (_, i) => app.say(`free${i}`, 'chào')));
      expect(others.every((r) => !r.duplicate)).toBe(true);
      expect(await stuck).toBeInstanceOf(Error);
      const ready = await app.http.request('/ready');
      expect(ready.status).toBe(200);
      await holder.query('rollback');
      await holder.end();
      expect(await app.say('stuck', 'htx cần mấy người', { messageId: 'held' })).toEqual({
        duplicate: false,
        conversationId,
      });
    });
});
