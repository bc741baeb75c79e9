// The Zalo Bot channel: one process polls and journals each update before it is handled, or Zalo calls our webhook.
import type { Inbound } from '../../conversation/message.ts';
import { sameSecret } from '../secrets.ts';
import type { ChannelStore } from '../store.ts';
import { zaloBotApi } from './api.ts';
import { readUpdate } from './read.ts';
import { zaloBotSender } from './send.ts';

export type ZaloBotDeps = {
  token: string;
  apiRoot: string;
  /** With a secret, updates come by webhook at `${publicUrl}/webhook/zalo-bot`; without one, by long polling. */
  webhookSecret: string | undefined;
  publicUrl: string;
  receive: (inbound: Inbound) => Promise<unknown>;
  store: ChannelStore;
  /** Names this process among those that share the database. */
  owner: string;
  clock: () => Date;
  log: { info: (data: object, message: string) => void; warn: (data: object, message: string) => void };
  sleep?: (ms: number) => Promise<void>;
};

export type ZaloBot = {
  sender: ReturnType<typeof zaloBotSender>;
  start: () => void;
  stop: () => Promise<void>;
  /** For POST /webhook/zalo-bot: 200 after the message is saved. */
  webhook: (secret: string | undefined, body: string) => Promise<200 | 400 | 401>;
  state: () => { ok: boolean; detail: string };
};

const pollSeconds = 30;
const leaseMs = 90_000;
const leaseKey = 'zalo-bot.poller';
const journal = 'zalo-bot.in.';

export function makeZaloBot(deps: ZaloBotDeps): ZaloBot {
  const api = zaloBotApi(deps.apiRoot, deps.token);
  const sleep = deps.sleep ?? ((ms: number) => new Promise<void>((wake) => setTimeout(wake, ms)));
  let state = { ok: false, detail: 'not started' };
  let stopping = false;
  let running: Promise<void> = Promise.resolve();
  let count = 0;

  async function take(body: unknown): Promise<boolean> {
    const read = readUpdate(body);
    if (!read) return false;
    if (read.kind === 'ignore') deps.log.info({ why: read.why }, 'zalo-bot update ignored');
    else await deps.receive({ ...read.inbound, receivedAt: deps.clock() });
    return true;
  }

  /** Zalo forgets an update as soon as it has answered: it is written down first, and what a crash left is handled at the start. */
  async function handleJournal(): Promise<void> {
    for (const { key, value } of await deps.store.list(journal)) {
      await take(JSON.parse(value));
      await deps.store.remove(key);
    }
  }

  async function poll(): Promise<void> {
    let wait = 1000;
    while (!stopping) {
      try {
        if (!(await deps.store.lease(leaseKey, deps.owner, leaseMs))) {
          state = { ok: true, detail: 'another process polls' };
          await sleep(5000);
          continue;
        }
        await handleJournal();
        const answer = await api('getUpdates', { timeout: String(pollSeconds) }, (pollSeconds + 10) * 1000);
        if (answer.ok) {
          const key = `${journal}${deps.clock().toISOString()}.${String(count++).padStart(6, '0')}`;
          await deps.store.put(key, JSON.stringify(answer.result ?? null));
          state = { ok: true, detail: 'polling' };
          wait = 1000;
          await handleJournal();
        } else if (answer.code === 408) {
          state = { ok: true, detail: 'polling' };
          wait = 1000;
        } else {
          state = { ok: false, detail: `zalo-bot ${answer.code}: ${answer.description}` };
          deps.log.warn({ reason: state.detail, retryInMs: wait }, 'zalo-bot polling failed');
          await sleep(wait);
          wait = Math.min(wait * 2, 60_000);
        }
      } catch (error) {
        state = { ok: false, detail: 'update not handled' };
        deps.log.warn({ reason: String(error).slice(0, 120) }, 'zalo-bot update not handled; trying again');
        await sleep(wait);
        wait = Math.min(wait * 2, 60_000);
      }
    }
    await deps.store.release(leaseKey, deps.owner).catch(() => undefined);
  }

  async function registerWebhook(secret: string): Promise<void> {
    for (let wait = 1000; !stopping; wait = Math.min(wait * 2, 60_000)) {
      const url = `${deps.publicUrl}/webhook/zalo-bot`;
      const answer = await api('setWebhook', { url, secret_token: secret });
      if (answer.ok) {
        state = { ok: true, detail: 'webhook' };
        return;
      }
      state = { ok: false, detail: `zalo-bot ${answer.code}: ${answer.description}` };
      deps.log.warn({ reason: state.detail, retryInMs: wait }, 'zalo-bot webhook not set');
      await sleep(wait);
    }
  }

  async function begin(): Promise<void> {
    if (deps.webhookSecret) return registerWebhook(deps.webhookSecret);
    // A webhook left from before makes polling hear nothing; 400 says there was none.
    await api('deleteWebhook', {});
    return poll();
  }

  return {
    sender: zaloBotSender(api),
    state: () => state,
    start() {
      running = begin();
    },
    async stop() {
      stopping = true;
      await Promise.race([running, sleep(2000)]);
      await deps.store.release(leaseKey, deps.owner).catch(() => undefined);
    },
    async webhook(secret, body) {
      if (!deps.webhookSecret || !sameSecret(secret ?? '', deps.webhookSecret)) return 401;
      if (body.trim() === '') return 200;
      let json: unknown;
      try {
        json = JSON.parse(body);
      } catch {
        return 400;
      }
      return (await take(json)) ? 200 : 400;
    },
  };
}
