// The OA's tokens under several processes and a store that fails: one refresh, the new pair never lost, a dead one not offered again and again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHealth } from '../../../src/channel/health.ts';
import { type ChannelStore, makeChannelStore } from '../../../src/channel/store.ts';
import { makeTokens, type Tokens } from '../../../src/channel/zalo-oa/tokens.ts';
import { type Opened, openDatabase } from '../../../src/database/open.ts';
import { makeVault } from '../../../src/database/vault.ts';
import { type Fresh, freshDatabase, onBoth } from '../../support/databases.ts';
import { keys, startZaloOaStub, type ZaloOaStub } from '../../support/zalo-oa-stub.ts';

onBoth('tokens', (kind) => {
  let fresh: Fresh;
  let opened: Opened;
  let stub: ZaloOaStub;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-23T03:00:00Z');
    fresh = await freshDatabase(kind);
    opened = await openDatabase(fresh.url);
    stub = await startZaloOaStub(() => now);
  });
  afterEach(async () => {
    await stub.stop();
    await opened.close();
    await fresh.remove();
  });
  const store = (): ChannelStore => makeChannelStore(opened.db, makeVault(Buffer.alloc(32, 3)), () => now);
  const tokens = (
    owner: string,
    over: Partial<ChannelStore> = {},
    refreshToken = 'refresh-0',
    health = makeHealth(),
  ): Tokens =>
    makeTokens({
      oauthRoot: stub.url,
      appId: keys.appId,
      appSecret: keys.appSecret,
      refreshToken,
      store: { ...store(), ...over },
      owner,
      clock: () => now,
      health,
      log: { info: () => undefined, error: () => undefined },
    });

  test('five processes that want a token at once refresh it once between them', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((owner) => tokens(owner));
    const got = await Promise.all(all.flatMap((t) => [t.access(), t.access()]));
    expect(new Set(got.map((a) => JSON.stringify(a)))).toEqual(new Set(['{"token":"access-1"}']));
    expect(stub.refreshes).toBe(1);
    // One that Zalo refuses meanwhile is renewed once too, whoever notices first.
    const again = await Promise.all(all.map((t) => t.access('access-1')));
    expect(again.every((a) => 'token' in a && a.token === 'access-2')).toBe(true);
    expect(stub.refreshes).toBe(2);
  });

  test('a pair that could not be stored is stored before it is used, and not asked for again', async () => {
    let failures = 2;
    const put: ChannelStore['put'] = async (key, value) => {
      if (failures-- > 0) throw new Error('disk is full');
      return store().put(key, value);
    };
    const mine = tokens('a', { put });
    await expect(mine.access()).rejects.toThrow('disk is full');
    await expect(mine.access()).rejects.toThrow('disk is full');
    expect(await mine.access()).toEqual({ token: 'access-1' });
    expect(stub.refreshes).toBe(1);
    expect(await tokens('b').access()).toEqual({ token: 'access-1' });
  });

  test('many that wait for one renewal share what comes of it, a failure too', async () => {
    stub.tokenErrors.push('html');
    let calls = 0;
    const mine = tokens('a', {
      lease: (...asked) => {
        calls++;
        return store().lease(...asked);
      },
    });
    const got = await Promise.all(Array.from({ length: 20 }, () => mine.access()));
    expect(got).toEqual(Array(20).fill({ none: 'now' }));
    expect(calls).toBe(1);
    expect(await mine.access()).toEqual({ token: 'access-1' });
  });

  test('at a stop a renewal under way is waited for, and what Zalo gave is stored though the store fails at first', async () => {
    let failures = 2;
    const put: ChannelStore['put'] = async (key, value) => {
      if (failures-- > 0) throw new Error('disk is full');
      return store().put(key, value);
    };
    const mine = tokens('a', { put });
    const asked = mine.access().catch(() => undefined);
    await mine.settled();
    await asked;
    expect(await tokens('b').access()).toEqual({ token: 'access-1' });
    expect(stub.refreshes).toBe(1);
  });

  test('a refused one is told to all and rests; consent given again, by a new setting, ends it', async () => {
    stub.refresh = 'used-elsewhere';
    const mine = tokens('a');
    for (let i = 0; i < 5; i++) expect(await mine.access()).toEqual({ none: 'refused' });
    expect(await tokens('b').trouble()).toContain('-14020');
    stub.refresh = 'new-consent';
    const renewed = tokens('a', {}, 'new-consent');
    expect(await renewed.access()).toEqual({ token: 'access-1' });
    expect(await renewed.trouble()).toBeUndefined();
  });

  test('trouble of a process with another token is not that of the one that works, nor is that of a token since renewed', async () => {
    const [good, dead] = [tokens('a'), tokens('b', {}, 'dead')];
    expect(await good.access()).toEqual({ token: 'access-1' });
    expect(await dead.access()).toEqual({ none: 'refused' });
    expect(await dead.trouble()).toContain('-14020');
    expect(await good.trouble()).toBeUndefined();
    // The pair of the one that works was used elsewhere; another process has a new one before this one is told so.
    await store().put('zalo-oa.trouble', JSON.stringify({ token: 'refresh-0', detail: 'late' }));
    expect(await good.trouble()).toBeUndefined();
    await store().put('zalo-oa.trouble', JSON.stringify({ token: 'refresh-1', detail: 'of this one' }));
    expect(await good.trouble()).toBe('of this one');
    await store().put('zalo-oa.trouble', 'as an older version wrote it');
    expect(await good.trouble()).toBeUndefined();
  });

  test('access tokens that Zalo goes on refusing are renewed once a minute between all', async () => {
    const all = ['a', 'b', 'c'].map((owner) => tokens(owner));
    await all[0]?.access();
    for (let i = 0; i < 5; i++)
      for (const mine of all) {
        const got = await mine.access();
        if ('token' in got) await mine.access(got.token);
      }
    expect(stub.refreshes).toBe(2);
    expect(await all[0]?.access('access-2')).toEqual({ none: 'now' });
    hours(1 / 59);
    expect(await all[1]?.access('access-2')).toEqual({ token: 'access-3' });
  });

  const hours = (n: number): void => {
    now = new Date(now.getTime() + n * 3_600_000);
  };

  test('one that is due is used on while it cannot be renewed, until its own end, and tried again now and then', async () => {
    const health = makeHealth();
    const mine = tokens('a', {}, 'refresh-0', health);
    await mine.access();
    hours(20.1);
    stub.tokenErrors.push('html', 'html', -14020, 'html');
    expect(await mine.access()).toEqual({ token: 'access-1' });
    expect(health.state()).toMatchObject({ ok: false, what: 'unreachable' });
    for (let i = 0; i < 5; i++) expect(await mine.access()).toEqual({ token: 'access-1' });
    expect(stub.tokenErrors).toHaveLength(3);
    hours(0.1);
    expect(await mine.access()).toEqual({ token: 'access-1' });
    hours(0.1);
    expect(await mine.access()).toEqual({ token: 'access-1' });
    expect(health.state()).toMatchObject({ ok: false, what: 'no-token' });
    // What Zalo has refused is not used on.
    hours(0.1);
    expect(await mine.access('access-1')).toEqual({ none: 'now' });
    hours(4.7);
    stub.tokenErrors.push('html');
    expect(await mine.access()).toEqual({ none: 'now' });
    hours(0.1);
    expect(await mine.access()).toEqual({ token: 'access-2' });
    expect(health.state()).toMatchObject({ ok: true });
  });

  test('trouble of one process is over when another has renewed the token', async () => {
    const health = makeHealth();
    const [mine, other] = [tokens('a', {}, 'refresh-0', health), tokens('b')];
    await mine.access();
    hours(20.1);
    stub.tokenErrors.push('html');
    await mine.access();
    expect(health.state().ok).toBe(false);
    expect(await other.access()).toEqual({ token: 'access-2' });
    expect(await mine.access()).toEqual({ token: 'access-2' });
    expect(health.state()).toMatchObject({ ok: true });
  });
});
