// The Zalo Bot channel: one process polls and journals each update before it is handled, or Zalo calls our webhook.
import { z } from 'zod';
import type { Inbound } from '../../conversation/message.ts';
import { sameSecret } from '../../http/secrets.ts';
import { type ChannelState, makeHealth } from '../health.ts';
import { makeJournal } from '../journal.ts';
import { parseJson } from '../json.ts';
import type { PollLease } from '../poll-lease.ts';
import { redactor } from '../redact.ts';
import type { Sender } from '../sender.ts';
import { interruptibleSleep, type Sleep } from '../sleep.ts';
import type { ChannelStore } from '../store.ts';
import type { Webhook } from '../webhook.ts';
import { type Answer, patienceMs, zaloBotApi } from './api.ts';
import { noteTrouble, troubleOf } from './errors.ts';
import { makePolling } from './poll.ts';
import { isWrapped, readUpdate } from './read.ts';
import { zaloBotSender } from './send.ts';

type ZaloBotDeps = {
  token: string;
  apiRoot: string;
  /** With a secret, updates come by webhook at `${publicUrl}/webhook/zalo-bot`; without one, by long polling. */
  webhookSecret: string | undefined;
  publicUrl: string;
  receive: (inbound: Inbound) => Promise<unknown>;
  store: ChannelStore;
  lease: PollLease;
  clock: () => Date;
  log: {
    info: (data: object, message: string) => void;
    warn: (data: object, message: string) => void;
    error: (data: object, message: string) => void;
  };
  sleep?: Sleep;
};

export type ZaloBot = {
  sender: Sender;
  start: () => void;
  stop: () => Promise<void>;
  /** For POST /webhook/zalo-bot. */
  webhook: Webhook;
  state: () => ChannelState;
};

/** Newer answers tell whether Zalo could reach the address; it is kept even when not. */
const Verified = z.object({ verification: z.object({ ok: z.boolean(), hint: z.string().default('') }) });

export function makeZaloBot(deps: ZaloBotDeps): ZaloBot {
  const { log } = deps;
  const redact = redactor(deps.token, deps.webhookSecret);
  const api = zaloBotApi(deps.apiRoot, deps.token, redact);
  const sleep = deps.sleep ?? interruptibleSleep;
  const health = makeHealth();
  const seen = new Set<string>();
  const over = new AbortController();
  const stop = over.signal;
  let running: Promise<void> = Promise.resolve();

  async function take(body: unknown): Promise<boolean> {
    const read = readUpdate(body);
    if (!read) {
      log.warn({}, 'zalo-bot body is no update');
      return false;
    }
    const shape = isWrapped(body) ? 'wrapped' : 'bare';
    if (!seen.has(shape)) log.info({ shape }, 'zalo-bot update seen in this shape');
    seen.add(shape);
    if (read.kind === 'ignore') log.info({ why: read.why }, 'zalo-bot update ignored');
    else await deps.receive({ ...read.inbound, receivedAt: deps.clock() });
    return true;
  }

  const journal = makeJournal({
    ...deps,
    channel: 'zalo-bot',
    chatOf(update) {
      const read = readUpdate(update);
      return read && (read.kind === 'inbound' ? read.inbound.address : '');
    },
    handle: take,
    stop,
    sleep,
  });
  const polling = makePolling({ ...deps, api, health, journal, sleep, stop });

  /** Asks again, slower each time, until it is done or Zalo says one of the errors that are as `good`; nothing when we stop first. */
  async function insist(
    method: string,
    body: object,
    good: readonly number[] = [],
  ): Promise<Answer | undefined> {
    for (let wait = 1000; !stop.aborted; wait = Math.min(wait * 2, 60_000)) {
      const answer = await api(method, body, AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]));
      if (answer.ok || good.includes(answer.code)) return answer;
      const state = troubleOf(answer);
      health.say('in', state);
      noteTrouble(log, state, wait, `zalo-bot ${method} not done`);
      await sleep(wait, stop);
    }
    return undefined;
  }

  async function registerWebhook(secret: string): Promise<void> {
    const url = `${deps.publicUrl}/webhook/zalo-bot`;
    const answer = await insist('setWebhook', { url, secret_token: secret });
    if (!answer?.ok) return;
    const tried = Verified.safeParse(answer.result);
    const reached = !tried.success || tried.data.verification.ok;
    const hint = tried.success ? redact(tried.data.verification.hint).slice(0, 80) : '';
    if (!reached) log.warn({ hint }, 'zalo-bot webhook set, but zalo could not reach it');
    health.say(
      'in',
      reached
        ? { ok: true, what: 'webhook', detail: 'webhook' }
        : { ok: false, what: 'unreachable', detail: `zalo could not reach the webhook: ${hint}` },
    );
  }

  async function begin(): Promise<void> {
    if (deps.webhookSecret) {
      // Left from a time of polling; the next start asks again.
      await journal.resume().catch(() => undefined);
      return registerWebhook(deps.webhookSecret);
    }
    // A webhook left from before makes polling hear nothing; 400 says there was none.
    await insist('deleteWebhook', {}, [400]);
    return polling.run();
  }

  return {
    sender: zaloBotSender(api, health),
    state: health.state,
    start() {
      running = begin();
    },
    async stop() {
      over.abort();
      // A poll under way is not broken off: Zalo may still give it a message, and gives each but once.
      if (health.state().what === 'polling') log.info({}, 'zalo-bot waits for the poll under way to end');
      await running;
      await journal.settled();
      await deps.lease.release();
    },
    async webhook(secret, body) {
      if (!deps.webhookSecret || !sameSecret(secret ?? '', deps.webhookSecret)) return 401;
      const text = await body();
      if (text.trim() === '') return 200;
      const json = parseJson(text);
      return json !== undefined && (await take(json)) ? 200 : 400;
    },
  };
}
