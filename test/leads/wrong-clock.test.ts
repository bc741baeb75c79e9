// A wrong clock erases nothing: neither one that leapt ahead, nor one that dated a lead years back.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runRetention } from '../../src/conversation/store/retention.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';

const day = 86_400_000;

onBoth('with a wrong clock', (kind) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp(kind);
  });
  afterEach(() => app.close());
  const register = async () => {
    for (const line of [
      'đăng ký lập nhóm',
      'htx',
      'phường Yên Bái',
      'chè',
      '5',
      'đồng ý',
      'Trần Văn Tùng',
      '0912345678',
      'tối',
      'gửi đi',
    ])
      await app.say('a1', line);
  };
  const named = async () =>
    (await app.db.selectFrom('lead').select('id').where('name_sealed', 'is not', null).execute()).length;

  test('ten years ahead for an hour: nothing is erased then, nor after it is put right', async () => {
    await register();
    const wrong = Date.parse('2036-11-23T03:00:00Z');
    for (const at of [wrong, wrong + 3_600_000])
      expect(await runRetention(app.db, new Date(at))).toMatchObject({
        leads: 0,
        talks: 0,
        doubt: expect.stringContaining('leapt'),
      });
    const right = Date.parse('2026-11-23T05:00:00Z');
    for (let i = 0; i < 9; i++) await runRetention(app.db, new Date(right + i * day));
    expect(await named()).toBe(1);
    expect((await runRetention(app.db, new Date(right + 9 * day))).doubt).toBeUndefined();
  });

  test('a server that was off for three years keeps its promise a week after it is back', async () => {
    await register();
    const back = Date.parse('2029-11-23T03:00:00Z');
    expect((await runRetention(app.db, new Date(back))).leads).toBe(0);
    expect((await runRetention(app.db, new Date(back + 6 * day))).leads).toBe(0);
    expect((await runRetention(app.db, new Date(back + 7 * day))).leads).toBe(1);
    expect(await named()).toBe(0);
  });

  test('a lead from a time before the database began is kept, and told of', async () => {
    app.setNow('2015-01-01T00:05:00Z');
    await register();
    const report = await runRetention(app.db, new Date('2026-11-23T04:00:00Z'));
    expect(report).toMatchObject({
      leads: 0,
      talks: 0,
      drafts: 0,
      doubt: expect.stringContaining('1 leads'),
    });
    expect(await named()).toBe(1);
  });
});
