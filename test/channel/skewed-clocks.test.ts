// Two processes whose clocks differ by minutes: one lease has one holder, one message one sender, by the clock they share.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeDelivery } from '../../src/channel/deliver.ts';
import { makeChannelStore } from '../../src/channel/store.ts';
import { queue } from '../../src/conversation/store/outbox.ts';
import { peopleOf } from '../../src/conversation/store/people.ts';
import { sharedClock } from '../../src/database/clock.ts';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase } from '../support/databases.ts';

const vault = makeVault(Buffer.alloc(32, 3));
const right = () => new Date();
const ahead = () => new Date(Date.now() + 120_000);

test('on PostgreSQL each takes its time from the server', async () => {
  const fresh = await freshDatabase('postgres');
  const [one, two] = [await openDatabase(fresh.url), await openDatabase(fresh.url)];
  const clocks = [sharedClock(one.db, 'postgres', right), sharedClock(two.db, 'postgres', ahead)] as const;

  const stores = [makeChannelStore(one.db, vault, clocks[0]), makeChannelStore(two.db, vault, clocks[1])];
  const turns: (boolean | undefined)[] = [];
  for (let i = 0; i < 3; i++)
    for (const [n, store] of stores.entries()) turns.push(await store.lease('poller', `owner${n}`, 20_000));
  expect(turns).toEqual([true, false, true, false, true, false]);

  const at = right().toISOString();
  const people = await peopleOf(one.db, [{ channel: 'telegram', address: '1' }], at, {
    newId: randomUUID,
    lock: false,
  });
  const person = [...people.values()][0];
  if (!person) throw new Error('nobody');
  const reply = { blocks: [{ kind: 'say' as const, text: 'x' }], choices: [] };
  await queue(one.db, vault, [{ id: 'm', ...person, seq: 1, turnId: null, reply }], at);
  const sent: string[] = [];
  const process = (db: typeof one.db, n: 0 | 1) =>
    makeDelivery({
      db,
      kind: 'postgres',
      vault,
      clock: n === 0 ? right : ahead,
      sharedClock: clocks[n],
      log: { warn: () => undefined },
      senders: {
        telegram: {
          async send() {
            sent.push(`process ${n}`);
            await new Promise((wake) => setTimeout(wake, 500));
            return { kind: 'sent' };
          },
        },
      },
    });
  const sending = process(one.db, 0).once();
  await expect.poll(() => sent).toEqual(['process 0']);
  expect(await process(two.db, 1).once()).toBe(0);
  await sending;
  expect(sent).toEqual(['process 0']);
  await one.close();
  await two.close();
  await fresh.remove();
});

test('on SQLite all are on one machine', async () => {
  const fresh = await freshDatabase('sqlite');
  const { db, close } = await openDatabase(fresh.url);
  const at = new Date('2026-11-28T00:00:00Z');
  expect(await sharedClock(db, 'sqlite', () => at)()).toBe(at);
  await close();
  await fresh.remove();
});
