// The journal alone, on both databases: order within a chat, none waits for another, and what a process left another takes up once.
import pino from 'pino';
import { expect, test } from 'vitest';
import { hourlyRetention } from '../../src/app/hourly-retention.ts';
import { makeJournal } from '../../src/channel/journal.ts';
import { type ChannelStore, forgetDeadLetters, makeChannelStore } from '../../src/channel/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';

type Update = { chat: string; n: number };
const words = (u: unknown): string => `${(u as Update).chat}${(u as Update).n}`;

onBoth('journal', (kind) => {
  async function world() {
    const fresh = await freshDatabase(kind);
    const { db, close } = await openDatabase(fresh.url);
    // A clock that stands still: names must differ all the same.
    let at = '2026-11-29T03:00:00Z';
    const now = () => new Date(at);
    const setNow = (next: string) => {
      at = next;
    };
    const store = makeChannelStore(db, makeVault(Buffer.alloc(32, 3)), now);
    const errors: string[] = [];
    const process = (handle: (u: Update) => Promise<void>, giveUpMs?: number, over: ChannelStore = store) => {
      const stop = new AbortController();
      const journal = makeJournal({
        channel: 'x',
        store: over,
        clock: now,
        chatOf: (u) => (u as Update).chat ?? undefined,
        handle: (u) => handle(u as Update),
        stop: stop.signal,
        sleep: () => new Promise((wake) => setTimeout(wake, 5)),
        giveUpMs,
        log: { warn: () => undefined, error: (_, message) => void errors.push(message) },
      });
      return { journal, stop };
    };
    const end = async () => {
      await close();
      await fresh.remove();
    };
    return { db, store, errors, setNow, process, end };
  }

  test('a chat that fails keeps its order, and none waits for it', async () => {
    const { store, process, end } = await world();
    const done: string[] = [];
    let failing = true;
    const { journal } = process(async (u) => {
      if (failing && u.chat === 'a') throw new Error('held');
      done.push(words(u));
    });
    for (const n of [1, 2, 3]) for (const chat of ['a', 'b']) await journal.write({ chat, n });
    await expect.poll(() => done).toEqual(['b1', 'b2', 'b3']);
    await expect
      .poll(() => [journal.holds('a'), journal.holds('b'), journal.stuck()])
      .toEqual([true, false, 3]);
    failing = false;
    await expect.poll(() => done.slice(3)).toEqual(['a1', 'a2', 'a3']);
    await expect.poll(() => store.list('x.')).toEqual([]);
    expect(journal.holds('a')).toBe(false);
    await end();
  });

  test('after a stop nothing overtakes what failed; the next process takes it up once, in order', async () => {
    const { store, process, end } = await world();
    const first = process(async (u) => {
      if (u.chat === 'a') throw new Error('held');
    });
    await first.journal.write({ chat: 'a', n: 1 });
    await expect.poll(() => first.journal.stuck()).toBe(1);
    first.stop.abort();
    await first.journal.settled();
    for (const chat of ['a', 'b']) await first.journal.write({ chat, n: 2 });
    await first.journal.settled();
    expect((await store.list('x.in.')).map((e) => words(JSON.parse(e.value ?? '')))).toEqual(['a1', 'a2']);

    const done: string[] = [];
    const second = process(async (u) => void done.push(words(u)));
    await Promise.all([second.journal.resume(), second.journal.write({ chat: 'a', n: 3 })]);
    await second.journal.resume();
    await expect.poll(() => store.list('x.')).toEqual([]);
    expect(done.toSorted()).toEqual(['a1', 'a2', 'a3']);
    await end();
  });

  test('what fails for too long while the store works is given up, its words are forgotten, and its chat goes on', async () => {
    const { db, store, errors, process, end } = await world();
    const done: string[] = [];
    let broken = true;
    const over: ChannelStore = {
      ...store,
      async put(key, value) {
        if (broken && key.includes('given-up')) throw new Error('disk is full');
        await store.put(key, value);
      },
    };
    const handle = async (u: Update) => {
      if (u.n === 1) throw new Error('always');
      done.push(words(u));
    };
    const { journal } = process(handle, 20, over);
    for (const n of [1, 2]) await journal.write({ chat: 'a', n });
    await new Promise((wake) => setTimeout(wake, 100));
    expect([done, errors, journal.stuck()]).toEqual([[], [], 2]);
    broken = false;
    await expect.poll(() => done).toEqual(['a2']);
    expect(errors).toEqual(['x update given up: it fails while the store works']);
    await expect
      .poll(async () => (await store.list('x.')).map((e) => [e.key.slice(0, 11), e.value]))
      .toEqual([['x.given-up.', '{"reason":"Error: always"}']]);
    expect(await forgetDeadLetters(db, new Date('2026-12-28T03:00:00Z'))).toBe(0);
    expect(await forgetDeadLetters(db, new Date('2026-12-30T03:00:00Z'))).toBe(1);
    await end();
  });

  test('a row that cannot be read is given up at once, and the others are taken up', async () => {
    const { db, store, errors, process, end } = await world();
    const done: string[] = [];
    for (const n of [1, 2, 3]) await store.put(`x.in.${n}`, JSON.stringify({ chat: 'a', n }));
    await store.put('x.in.4', '{"chat":');
    await store.put('x.unknown.5', '{}');
    const spoilt = { value_sealed: 'spoilt' };
    for (const key of ['x.in.2', 'x.unknown.5'])
      await db.updateTable('channel_store').set(spoilt).where('key', '=', key).execute();
    const { journal } = process(async (u) => void done.push(words(u)));
    await journal.resume();
    await expect.poll(() => done).toEqual(['a1', 'a3']);
    expect(errors).toEqual(Array(2).fill('x update given up: what was written down cannot be read'));
    await expect
      .poll(async () => (await store.list('x.')).map((e) => e.key))
      .toEqual(['x.given-up.2', 'x.given-up.4', 'x.unknown.5']);
    await end();
  });

  test('what is no update stays aside until a version can read it, for a month', async () => {
    const { db, store, setNow, process, end } = await world();
    const done: string[] = [];
    const handle = async (u: Update) => void done.push(words(u));
    const first = process(handle).journal;
    await first.resume();
    expect([await first.write({ n: 1 }), await first.write({ chat: 'a', n: 2 })]).toEqual([false, true]);
    await expect.poll(() => done).toEqual(['a2']);
    // Read by a later version: the same row, with a chat in it.
    const [row] = await store.list('x.unknown.');
    await store.put(row?.key ?? '', JSON.stringify({ chat: 'a', n: 1 }));
    await process(handle).journal.resume();
    await expect.poll(() => done).toEqual(['a2', 'a1']);
    await expect.poll(() => store.list('x.')).toEqual([]);

    await first.write({ n: 3 });
    expect(await forgetDeadLetters(db, new Date('2026-12-28T03:00:00Z'))).toBe(0);
    expect(await store.list('x.')).toHaveLength(1);
    // Out of work for a month: what it can read by then is answered too late.
    const [late] = await store.list('x.unknown.');
    await store.put(late?.key ?? '', JSON.stringify({ chat: 'a', n: 3 }));
    setNow('2026-12-30T03:00:00Z');
    const last = process(handle).journal;
    await last.resume();
    await last.settled();
    expect(done).toEqual(['a2', 'a1']);
    const retention = hourlyRetention({
      db,
      vault: makeVault(Buffer.alloc(32, 1)),
      clock: () => new Date('2026-12-30T03:00:00Z'),
      log: pino({ level: 'silent' }),
    });
    await retention.start();
    retention.stop();
    expect(await store.list('x.')).toEqual([]);
    await end();
  });

  test('what is finished while the list of the written is being read is not taken up again', async () => {
    const { store, process, end } = await world();
    const gate = () => {
      let open = (): void => undefined;
      const opened = new Promise<void>((done) => (open = done));
      return { open, opened };
    };
    const [handling, read, reading] = [gate(), gate(), gate()];
    let handled = 0;
    const over: ChannelStore = {
      ...store,
      async list(prefix) {
        const rows = await store.list(prefix);
        if (rows.length === 0) return rows;
        read.open();
        await reading.opened;
        return rows;
      },
    };
    const { journal } = process(() => handling.opened.then(() => void handled++), undefined, over);
    await journal.write({ chat: 'a', n: 1 });
    const resumed = journal.resume();
    await read.opened;
    handling.open();
    await expect.poll(() => store.list('x.')).toEqual([]);
    reading.open();
    await resumed;
    await journal.settled();
    expect(handled).toBe(1);
    await end();
  });

  test('two processes that write at the same moment keep both', async () => {
    const { store, process, end } = await world();
    const never = () => new Promise<void>(() => undefined);
    await process(never).journal.write({ chat: 'a', n: 1 });
    await process(never).journal.write({ chat: 'b', n: 1 });
    expect(await store.list('x.in.')).toHaveLength(2);
    await end();
  });
});
