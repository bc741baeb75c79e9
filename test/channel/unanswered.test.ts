// A platform that takes a message and answers late or not at all: the message may have arrived; where no connection came about it has not.
import { Api } from 'grammy';
import { afterEach, describe, expect, test } from 'vitest';
import { makeHealth } from '../../src/channel/health.ts';
import { redactor } from '../../src/channel/redact.ts';
import type { Sender } from '../../src/channel/sender.ts';
import { patientFetch } from '../../src/channel/telegram/fetch.ts';
import { telegramSender } from '../../src/channel/telegram/send.ts';
import { mayHaveArrived } from '../../src/channel/unanswered.ts';
import { zaloBotApi } from '../../src/channel/zalo-bot/api.ts';
import { zaloBotSender } from '../../src/channel/zalo-bot/send.ts';
import { zaloOaSender } from '../../src/channel/zalo-oa/send.ts';
import { freePort } from '../support/free-port.ts';
import { type Answer, type StubServer, startStubServer } from '../support/stub-server.ts';

const seenAt = '2026-11-28T00:00:00Z';
const senders: Record<string, (root: string) => Sender> = {
  telegram: (root) =>
    telegramSender(
      new Api('1:t', { apiRoot: root, fetch: patientFetch as never }),
      '',
      makeHealth(),
      redactor('1:t'),
    ),
  'zalo-bot': (root) => zaloBotSender(zaloBotApi(root, '1:t'), makeHealth()),
  'zalo-oa': (apiRoot) =>
    zaloOaSender({
      apiRoot,
      tokens: {
        access: async () => ({ token: 't' }),
        trouble: async () => undefined,
        settled: async () => undefined,
      },
      secrets: [],
      left: async () => undefined,
      form: { title: '', hint: '', picture: '' },
      health: makeHealth(),
      clock: () => new Date(seenAt),
    }),
};
const reply = { blocks: [{ kind: 'say' as const, text: 'x' }], choices: [] };
const send = (sender: Sender | undefined, ms: number) =>
  sender?.send('1', reply, { seenAt, signal: AbortSignal.timeout(ms) });

let stub: StubServer | undefined;
afterEach(() => stub?.stop());

describe.each(Object.keys(senders))('%s', (channel) => {
  const sender = (root: string) => senders[channel]?.(root);

  test('an answer that comes after the limit leaves open whether it arrived', async () => {
    let taken = 0;
    const late = (): Promise<Answer> =>
      new Promise((done) => setTimeout(() => done({ json: { ok: true, error: 0, result: {} } }), 1000));
    stub = await startStubServer(() => {
      taken++;
      return late();
    });
    expect(await send(sender(stub.url), 300)).toMatchObject({ kind: 'unknown' });
    expect(taken).toBe(1);
  });

  test('a gateway that waited in vain leaves it open too', async () => {
    const json = { ok: false, error_code: 504, description: 'Gateway Timeout' };
    stub = await startStubServer(async () =>
      channel === 'telegram' ? { status: 504, json } : { status: 504, html: '<h1>504</h1>' },
    );
    expect(await send(sender(stub.url), 5000)).toMatchObject({ kind: 'unknown' });
  });

  test('where nobody listens nothing arrived', async () => {
    const root = `http://127.0.0.1:${await freePort()}`;
    expect(await send(sender(root), 5000)).toMatchObject({ kind: 'later' });
  });
});

test('a connection that never came about, or broke at once, brought nothing; one that broke after a while may have', () => {
  const live = new AbortController().signal;
  const long = performance.now() - 10_000;
  const broken = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
  const none = Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' });
  const refused = new TypeError('fetch failed', {
    cause: new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]),
  });
  expect(mayHaveArrived(new TypeError('fetch failed', { cause: none }), live, long)).toBe(false);
  expect(mayHaveArrived(refused, AbortSignal.abort(), long)).toBe(false);
  expect(mayHaveArrived(broken, live, performance.now())).toBe(false);
  expect(mayHaveArrived(broken, live, long)).toBe(true);
});
