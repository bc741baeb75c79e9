// Which process polls: the lease is kept by taking it again, passed on by one that died, and at once where no other process can be.
import { expect, test } from 'vitest';
import { keepRenewing, makePollLease } from '../../src/channel/poll-lease.ts';
import { makeChannelStore } from '../../src/channel/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';

const key = 'x.poller';
onBoth('leases', (kind) => {
  test('one that goes on taking it keeps it; of one that died another has it after 20 seconds', async () => {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    let now = Date.parse('2026-11-29T03:00:00Z');
    const store = makeChannelStore(db, makeVault(Buffer.alloc(32, 3)), () => new Date(now));
    const [one, two] = [makePollLease(store, key, 'one', false), makePollLease(store, key, 'two', false)];
    expect([await one.take(), await two.take()]).toEqual([true, false]);
    now += 15_000;
    expect([await one.take(), await two.take()]).toEqual([true, false]);
    now += 19_000;
    expect(await two.take()).toBe(false);
    now += 2000;
    expect([await two.take(), await one.take()]).toEqual([true, false]);
    await two.release();
    expect(await one.take()).toBe(true);
    await close();
    await fresh.remove();
  });

  test('let go while it is being taken it is free, and it is not taken again', async () => {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    const store = makeChannelStore(db, makeVault(Buffer.alloc(32, 3)), () => new Date());
    const answered = Promise.withResolvers<void>();
    const slow = {
      ...store,
      lease: (...args: Parameters<typeof store.lease>) => answered.promise.then(() => store.lease(...args)),
    };
    const one = makePollLease(slow, key, 'one', false);
    const taken = one.take();
    const released = one.release();
    answered.resolve();
    await Promise.all([taken, released]);
    expect(await makePollLease(store, key, 'two', false).take()).toBe(true);
    expect(await one.take()).toBe(false);
    await close();
    await fresh.remove();
  });

  test('where it is alone, a process waits for none that died; one that lives all the same lets go', async () => {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    const store = makeChannelStore(db, makeVault(Buffer.alloc(32, 3)), () => new Date());
    const [before, after] = [
      makePollLease(store, key, 'before', true),
      makePollLease(store, key, 'after', true),
    ];
    expect([await before.take(), await after.take()]).toEqual([true, true]);
    expect([await before.take(), await after.take()]).toEqual([false, true]);
    await close();
    await fresh.remove();
  });
});

test('a kept lease is taken again until it is let go, and who loses it is told', async () => {
  let takes = 0;
  let lost = 0;
  const answers = [true, true, false, new Error('no store')];
  const letGo = keepRenewing(
    async () => {
      const answer = answers[takes++] ?? true;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => lost++,
    5,
  );
  await expect.poll(() => takes).toBeGreaterThan(5);
  letGo();
  expect(lost).toBe(2);
  const then = takes;
  await new Promise((wake) => setTimeout(wake, 30));
  expect(takes).toBe(then);
});
