// The poller alone: an update Zalo has forgotten is never lost to a failing store, one chat in trouble holds no other, the token is never logged.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PollLease } from '../../../src/channel/poll-lease.ts';
import { makeZaloBot, type ZaloBot } from '../../../src/channel/zalo-bot/bot.ts';
import type { Inbound } from '../../../src/conversation/message.ts';
import { memoryStore, ownLease } from '../../support/memory-store.ts';
import { startStubServer } from '../../support/stub-server.ts';
import { startZaloBotStub, textUpdate, type ZaloBotStub } from '../../support/zalo-bot-stub.ts';

const token = '12345689:abc-secret';
let stub: ZaloBotStub;
let bot: ZaloBot;
let make: (apiRoot: string) => ZaloBot;
let kept: Map<string, string>;
let got: Inbound[];
let lines: string[];
let waits: number[];
let failing: { put: number; chats: Set<string> };
/** Chats whose handling does not end before this does. */
let held: Map<string, Promise<void>>;

const lease: PollLease = { ...ownLease, release: async () => void lines.push('lease released') };
beforeEach(async () => {
  stub = await startZaloBotStub(token);
  kept = new Map();
  got = [];
  lines = [];
  // A bot of an earlier test may still be ending: each writes into its own.
  const mine: number[] = [];
  waits = mine;
  failing = { put: 0, chats: new Set() };
  held = new Map();
  const store = {
    ...memoryStore(kept),
    async put(key: string, value: string) {
      if (failing.put-- > 0) throw new Error('disk is full');
      kept.set(key, value);
    },
  };
  const note = (data: object, message: string): void => void lines.push(`${message} ${JSON.stringify(data)}`);
  make = (apiRoot) =>
    makeZaloBot({
      token,
      apiRoot,
      webhookSecret: undefined,
      publicUrl: 'https://hoi-htx.example',
      async receive(inbound) {
        await held.get(inbound.address);
        if (failing.chats.has(inbound.address)) throw new Error('database is locked');
        got.push(inbound);
      },
      store,
      lease,
      clock: () => new Date('2026-11-23T03:00:00Z'),
      log: { info: note, warn: note, error: note },
      sleep(ms) {
        mine.push(ms);
        return new Promise((wake) => setTimeout(wake, 5));
      },
    });
  bot = make(stub.url);
});
afterEach(async () => {
  await bot.stop();
  await stub.stop();
});

test('an update that could not be written down is written before the next is asked for', async () => {
  failing.put = 3;
  await stub.write('a', 'một');
  await stub.write('a', 'hai');
  bot.start();
  await expect.poll(() => got.length).toBe(2);
  expect(got.map((i) => i.said)).toEqual([
    { kind: 'text', text: 'một' },
    { kind: 'text', text: 'hai' },
  ]);
  expect(waits.slice(0, 3)).toEqual([1000, 2000, 4000]);
  expect(lines.join('\n')).toContain('not written down; trying again');
});

test('a chat that cannot be handled keeps its order and holds no other', async () => {
  failing.chats.add('a');
  for (const [chat, text] of [
    ['a', 'một'],
    ['b', 'ba'],
    ['a', 'hai'],
  ] as const)
    await stub.write(chat, text);
  bot.start();
  await expect.poll(() => got.map((i) => i.address)).toEqual(['b']);
  failing.chats.clear();
  await expect.poll(() => got.map((i) => `${i.address} ${i.messageId}`)).toEqual(['b m2', 'a m1', 'a m3']);
  expect(kept.size).toBe(0);
});

test('while one chat is held the others are polled and handled, and its own order is kept', async () => {
  let free = (): void => undefined;
  held.set('a', new Promise((done) => (free = done)));
  for (let i = 0; i < 3; i++) {
    await stub.write('a', `${i}`);
    await stub.write('b', `${i}`);
  }
  bot.start();
  await expect.poll(() => got.map((i) => i.messageId)).toEqual(['m2', 'm4', 'm6']);
  await expect.poll(() => stub.polls).toBeGreaterThan(6);
  expect(kept.size).toBe(3);
  free();
  await expect.poll(() => got.slice(3).map((i) => i.messageId)).toEqual(['m1', 'm3', 'm5']);
  await expect.poll(() => kept.size).toBe(0);
});

test('a stop waits for the poll under way, handles what it brings, and only then lets go of the lease', async () => {
  const polls: ((json: object) => void)[] = [];
  const zalo = await startStubServer(async ({ path }) => {
    if (!path.endsWith('getUpdates')) return { json: { ok: false, error_code: 400 } };
    return { json: await new Promise<object>((answer) => polls.push(answer)) };
  });
  const stopping = make(zalo.url);
  stopping.start();
  await expect.poll(() => polls.length).toBe(1);
  failing.put = 3;
  const stopped = stopping.stop();
  await new Promise((wake) => setTimeout(wake, 50));
  expect(lines).not.toContain('lease released');
  polls[0]?.({ ok: true, result: textUpdate('a', 'một', 'last') });
  await stopped;
  expect(got.map((i) => i.messageId)).toEqual(['last']);
  expect([polls.length, kept.size, lines.at(-1)]).toEqual([1, 0, 'lease released']);
  await zalo.stop();
});

const update = textUpdate('a', 'một', 'only');
test.each([
  ['408', { ok: false, error_code: 408, description: 'Request timeout' }],
  ['an empty result', { ok: true, result: null }],
  ['no result', { ok: true }],
  ['an empty list', { ok: true, result: [] }],
])(
  '%s at once, again and again: asked once a second, said, and the webhook is taken away anew',
  async (_, json) => {
    const calls: string[] = [];
    const zalo = await startStubServer(async ({ path }) => {
      calls.push(path.split('/').at(-1) ?? '');
      return { json: path.endsWith('getUpdates') ? json : { ok: false, error_code: 400 } };
    });
    const hearing = make(zalo.url);
    hearing.start();
    await expect.poll(() => hearing.state()).toMatchObject({ ok: false, what: 'refused' });
    await hearing.stop();
    expect(calls.filter((c) => c === 'deleteWebhook').length).toBeGreaterThan(1);
    expect(waits.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...waits)).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(waits.length);
    expect(kept.size).toBe(0);
    await zalo.stop();
  },
);

test.each([
  ['a list', { ok: true, result: [update, textUpdate('b', 'hai', 'next')] }, ['only', 'next']],
  ['fields that are null', { ok: true, description: null, error_code: null, result: update }, ['only']],
  ['fields that are strange', { ok: true, description: {}, error_code: 'none', result: update }, ['only']],
])('an answer with %s loses no update', async (_, json, expected) => {
  let polls = 0;
  const zalo = await startStubServer(async ({ path }) => {
    if (!path.endsWith('getUpdates')) return { json: { ok: false, error_code: 400 } };
    return { json: polls++ === 0 ? json : { ok: false, error_code: 408 } };
  });
  const hearing = make(zalo.url);
  hearing.start();
  await expect.poll(() => got.map((i) => i.messageId)).toEqual(expected);
  await hearing.stop();
  await zalo.stop();
});

test('what is no update is kept aside, unhandled', async () => {
  await stub.push({ kind: 'of a later year' });
  await stub.write('a', 'một');
  bot.start();
  await expect.poll(() => got.map((i) => i.messageId)).toEqual(['m1']);
  await expect.poll(() => [...kept.keys()].map((k) => k.slice(0, 17))).toEqual(['zalo-bot.unknown.']);
  expect([...kept.values()]).toEqual([JSON.stringify({ kind: 'of a later year' })]);
});

test('an outage is waited out, slower each time, without a busy loop; then all is well', async () => {
  for (let i = 0; i < 9; i++) stub.failNext.push(i % 2 ? { code: 502 } : { code: 0, html: true });
  await stub.write('a', 'chào');
  bot.start();
  await expect.poll(() => got.length).toBe(1);
  expect(waits.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((s) => s * 1000));
  await expect.poll(() => bot.state()).toMatchObject({ ok: true, what: 'polling' });
});

test('the token is in no log line and no state, whatever Zalo says', async () => {
  const telling = `no access to /bot${token}/getUpdates`;
  for (const code of [401, 500, 403]) stub.failNext.push({ code, description: telling });
  bot.start();
  await expect.poll(() => waits.length).toBeGreaterThanOrEqual(3);
  await stub.write('a', 'chào');
  stub.failNext.push({ code: 400, description: telling });
  const sent = await bot.sender.send(
    'a',
    { blocks: [{ kind: 'say', text: 'x' }], choices: [] },
    { seenAt: '', signal: AbortSignal.timeout(5000) },
  );
  const all = `${lines.join('\n')} ${JSON.stringify(bot.state())} ${JSON.stringify(sent)}`;
  expect(all).toContain('no access to');
  expect(all).not.toContain('abc-secret');
  expect(lines.join('\n')).toContain('token refused');
});

test('a webhook left from before is taken away before polling begins, however often it takes', async () => {
  stub.webhook = { url: 'http://127.0.0.1:1', secret: 'of-before' };
  stub.failDelete.push({ code: 502 }, { code: 0, html: true }, { code: 401 });
  bot.start();
  await expect.poll(() => stub.webhook).toBeUndefined();
  expect(waits).toEqual([1000, 2000, 4000]);
  expect(lines.join('\n')).toContain('zalo-bot deleteWebhook not done');
  await stub.write('a', 'chào');
  await expect.poll(() => got.length).toBe(1);
  await expect.poll(() => bot.state()).toMatchObject({ ok: true, what: 'polling' });
});
