// The outbox: in order within a talk, slower after failures, 429 honoured, the blocked left alone, nothing sent twice.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDelivery } from '../../src/channel/deliver.ts';
import type { Sender } from '../../src/channel/sender.ts';
import type { Sent } from '../../src/conversation/message.ts';
import { queue } from '../../src/conversation/store/outbox.ts';
import { type Person, peopleOf } from '../../src/conversation/store/people.ts';
import { listUnsent } from '../../src/conversation/store/unsent.ts';
import { type Opened, openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { type Fresh, freshDatabase, onBoth } from '../support/databases.ts';

const vault = makeVault(Buffer.alloc(32, 3));

onBoth('outbox', (kind) => {
  let fresh: Fresh;
  let opened: Opened;
  let now: Date;
  let sent: string[];
  let answers: Sent[];
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
    opened = await openDatabase(fresh.url);
    now = new Date('2026-11-23T00:00:00Z');
    sent = [];
    answers = [];
  });
  afterEach(async () => {
    await opened.close();
    await fresh.remove();
  });

  const sender: Sender = {
    async send(address, reply) {
      const answer = answers.shift() ?? { kind: 'sent' };
      if (answer.kind === 'sent') sent.push(`${address}:${reply.blocks[0]?.text}`);
      return answer;
    },
  };
  const delivery = (over: Sender = sender, sendMs?: number) =>
    makeDelivery({
      db: opened.db,
      kind,
      vault,
      senders: { telegram: over },
      clock: () => now,
      log: { warn: () => undefined },
      ...(sendMs ? { sendMs } : {}),
    });
  const later = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  async function put(address: string, ...texts: string[]): Promise<Person> {
    const people = await peopleOf(opened.db, [{ channel: 'telegram', address }], now.toISOString(), {
      newId: randomUUID,
      lock: false,
    });
    const person = [...people.values()][0] as Person;
    const messages = texts.map((text, i) => ({
      id: randomUUID(),
      conversationId: person.conversationId,
      identityId: person.identityId,
      channel: 'telegram' as const,
      seq: person.lastSeq + i + 1,
      turnId: randomUUID(),
      reply: { blocks: [{ kind: 'say' as const, text }], choices: [] },
    }));
    await queue(opened.db, vault, messages, now.toISOString());
    return person;
  }
  const drain = async (d = delivery()): Promise<void> => {
    while ((await d.once()) > 0);
  };
  const statuses = async () =>
    await opened.db.selectFrom('outbox').select(['status', 'body_sealed']).orderBy('seq').execute();

  test('one talk in order, bodies erased once sent', async () => {
    await put('1', 'a', 'b', 'c');
    await drain();
    expect(sent).toEqual(['1:a', '1:b', '1:c']);
    expect(await statuses()).toEqual(Array(3).fill({ status: 'sent', body_sealed: null }));
  });

  test('429 is honoured to the second, and later messages of the talk wait behind it', async () => {
    await put('1', 'a', 'b');
    answers = [{ kind: 'later', afterMs: 7000, reason: '429' }];
    await drain();
    later(6);
    await drain();
    expect(sent).toEqual([]);
    later(2);
    await drain();
    expect(sent).toEqual(['1:a', '1:b']);
  });

  test('what is to wait two hours is not sent sooner', async () => {
    await put('1', 'a');
    answers = [{ kind: 'later', afterMs: 7_200_000, reason: '429' }];
    await drain();
    later(7190);
    await drain();
    expect(sent).toEqual([]);
    later(20);
    await drain();
    expect(sent).toEqual(['1:a']);
  });

  test('what was put off a moment ago is left alone by a sender that read its clock just before', async () => {
    await put('1', 'a');
    answers = [{ kind: 'later', afterMs: 15 * 60_000, reason: 'quota' }];
    await drain();
    later(-1);
    await drain();
    expect(sent).toEqual([]);
  });

  test('what got no answer is sent once more, a minute later, and then given up for staff to see', async () => {
    await put('1', 'a', 'b');
    const unknown: Sent = { kind: 'unknown', reason: 'no answer' };
    answers = [unknown, { kind: 'later', afterMs: 0, reason: 'down' }, unknown];
    let tries = 0;
    const counting: Sender = {
      send(...given) {
        tries++;
        return sender.send(...given);
      },
    };
    const once = () => drain(delivery(counting));
    await once();
    later(59);
    await once();
    expect(tries).toBe(1);
    later(2);
    await once();
    later(10);
    await once();
    expect(tries).toBe(4);
    expect(sent).toEqual(['1:b']);
    expect(await statuses()).toEqual([
      { status: 'failed', body_sealed: null },
      { status: 'sent', body_sealed: null },
    ]);
    const [shown] = await listUnsent(opened.db, '2026-11-22', 9);
    expect(shown).toMatchObject({ status: 'failed', reason: 'no answer; twice, may have arrived' });
  });

  test('a sender broken off by the limit does not know whether its message arrived', async () => {
    await put('1', 'a');
    const slow: Sender = {
      send: (_, __, { signal }) =>
        new Promise((_done, fail) => {
          signal.addEventListener('abort', () => fail(signal.reason));
        }),
    };
    for (let i = 0; i < 3; i++) {
      await delivery(slow, 50).once();
      later(61);
    }
    expect(await statuses()).toEqual([{ status: 'failed', body_sealed: null }]);
  });

  test('a failing network is tried again, slower each time, and given up after a day', async () => {
    await put('1', 'a');
    let tries = 0;
    const down: Sender = {
      send: async () => {
        tries++;
        throw new Error('no network');
      },
    };
    for (let minute = 0; minute < 60; minute++) {
      await drain(delivery(down));
      later(60);
    }
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(12);
    later(25 * 3600);
    await drain(delivery(down));
    expect((await statuses()).map((s) => s.status)).toEqual(['failed']);
  });

  test('one person down does not hold another', async () => {
    await put('1', 'a');
    await put('2', 'b');
    const half: Sender = {
      send: (address, reply, about) =>
        address === '1' ? Promise.reject(new Error('x')) : sender.send(address, reply, about),
    };
    await drain(delivery(half));
    expect(sent).toEqual(['2:b']);
  });

  test('someone who blocked us gets nothing more', async () => {
    const person = await put('1', 'a', 'b');
    answers = [{ kind: 'blocked', reason: '403' }];
    await drain();
    expect((await statuses()).map((s) => s.status)).toEqual(['dropped', 'dropped']);
    const identity = await opened.db
      .selectFrom('identity')
      .select('blocked')
      .where('id', '=', person.identityId)
      .executeTakeFirst();
    expect(identity?.blocked).toBe(1);
  });

  test('a block that is known late drops nothing of who has come back meanwhile', async () => {
    const person = await put('1', 'old', 'older still waiting');
    const late: Sender = {
      async send(address, reply, about) {
        if (reply.blocks[0]?.text !== 'old') return sender.send(address, reply, about);
        later(1);
        await peopleOf(opened.db, [{ channel: 'telegram', address }], now.toISOString(), {
          newId: randomUUID,
          lock: false,
        });
        return { kind: 'blocked', reason: '403' };
      },
    };
    await drain(delivery(late));
    expect(sent).toEqual(['1:older still waiting']);
    expect((await statuses()).map((s) => s.status)).toEqual(['dropped', 'sent']);
    const query = opened.db.selectFrom('identity').select('blocked').where('id', '=', person.identityId);
    expect(await query.executeTakeFirst()).toEqual({ blocked: 0 });
  });

  test('what has waited longer than a day is not sent at all', async () => {
    await put('1', 'a');
    later(25 * 3600);
    await put('2', 'b');
    await drain();
    expect(sent).toEqual(['2:b']);
    const rows = await opened.db
      .selectFrom('outbox')
      .select(['status', 'reason'])
      .orderBy('created_at')
      .execute();
    expect(rows).toEqual([
      { status: 'failed', reason: 'waited longer than a day' },
      { status: 'sent', reason: null },
    ]);
  });

  test('two senders at once send each message once', async () => {
    for (let i = 0; i < 30; i++) await put(`p${i}`, 'x');
    const [one, two] = [delivery(), delivery()];
    await Promise.all([drain(one), drain(two)]);
    expect(sent).toHaveLength(30);
    expect(new Set(sent).size).toBe(30);
  });

  test('a sender that died leaves its message to be taken after its claim runs out', async () => {
    await put('1', 'a');
    const hang: Sender = { send: () => new Promise(() => undefined) };
    void delivery(hang).once();
    await new Promise((done) => setTimeout(done, 100));
    await drain();
    expect(sent).toEqual([]);
    later(91);
    await drain();
    expect(sent).toEqual(['1:a']);
  });

  test('a send that lasts too long is broken off long before its claim runs out, and tried again', async () => {
    await put('1', 'a');
    const slow: Sender = {
      send: (_, __, { signal }) =>
        new Promise((done) => {
          signal.addEventListener('abort', () => done({ kind: 'later', afterMs: 0, reason: 'too slow' }));
        }),
    };
    const one = makeDelivery({
      db: opened.db,
      kind,
      vault,
      senders: { telegram: slow },
      clock: () => now,
      log: { warn: () => undefined },
      sendMs: 100,
    });
    expect(await one.once()).toBe(1);
    later(2);
    await drain();
    expect(sent).toEqual(['1:a']);
  });

  test('a stop waits for a send as long as one may take', async () => {
    await put('1', 'a');
    const slow = delivery({
      async send(address) {
        await new Promise((wake) => setTimeout(wake, 5000));
        sent.push(address);
        return { kind: 'sent' };
      },
    });
    slow.start();
    await new Promise((wake) => setTimeout(wake, 100));
    await slow.stop();
    expect(sent).toEqual(['1']);
    expect(await statuses()).toEqual([{ status: 'sent', body_sealed: null }]);
  });

  test('a claim made a moment after another sender read its clock is respected', async () => {
    await put('1', 'a');
    let answer = (): void => undefined;
    const slow = delivery({
      send: async (address) => {
        sent.push(`${address}:slow`);
        await new Promise<void>((done) => {
          answer = done;
        });
        return { kind: 'sent' };
      },
    });
    const sending = slow.once();
    await expect.poll(() => sent).toEqual(['1:slow']);
    later(-1);
    await drain();
    later(1);
    answer();
    await sending;
    expect(sent).toEqual(['1:slow']);
  });

  test('a clock set back an hour holds up neither a new message nor one put off', async () => {
    await put('1', 'new');
    await put('2', 'put off');
    answers = [
      { kind: 'later', afterMs: 5000, reason: '429' },
      { kind: 'later', afterMs: 5000, reason: '429' },
    ];
    await drain();
    await put('3', 'newest');
    later(-3600);
    await drain();
    expect(sent.toSorted()).toEqual(['1:new', '2:put off', '3:newest']);
  });

  test('a channel that hangs holds up no other', async () => {
    for (let i = 0; i < 25; i++) await put(`h${i}`, 'x');
    const hang: Sender = { send: () => new Promise(() => undefined) };
    const both = makeDelivery({
      db: opened.db,
      kind,
      vault,
      senders: { telegram: hang, 'zalo-bot': sender },
      clock: () => now,
      log: { warn: () => undefined },
      every: 10,
      sendMs: 500,
    });
    both.start();
    await put('z', 'through');
    await opened.db
      .updateTable('outbox')
      .set({ channel: 'zalo-bot' })
      .where('conversation_id', '=', (e) =>
        e
          .selectFrom('conversation')
          .innerJoin('identity', 'identity.id', 'conversation.identity_id')
          .select('conversation.id')
          .where('identity.address', '=', 'z'),
      )
      .execute();
    await expect.poll(() => sent, { timeout: 5000 }).toEqual(['z:through']);
    await both.stop();
  });

  test('a result that cannot be written down until its claim has run out is written down later, and nothing goes out twice', async () => {
    await put('1', 'a');
    let away = true;
    const flaky = opened.db.withPlugin({
      transformQuery({ node }) {
        if (away && node.kind === 'UpdateQueryNode' && JSON.stringify(node).includes('done_at'))
          throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const one = makeDelivery({
      db: flaky,
      kind,
      vault,
      senders: { telegram: sender },
      clock: () => now,
      log: { warn: () => undefined },
    });
    const noting = one.once();
    await expect.poll(() => sent).toEqual(['1:a']);
    later(91);
    expect(await one.once()).toBe(0);
    away = false;
    await noting;
    later(3600);
    await drain();
    expect(sent).toEqual(['1:a']);
    expect(await statuses()).toEqual([{ status: 'sent', body_sealed: null }]);
  });
});
