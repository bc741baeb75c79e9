// The Telegram channel: long polling or webhook in, the outbox out; its outage is a state of its own and stops nothing else.
import { Api, type ApiClientOptions } from 'grammy';
import type { Update } from 'grammy/types';
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
import { troubleOf } from './errors.ts';
import { patientFetch } from './fetch.ts';
import { pollUpdates } from './poll.ts';
import { commands, readUpdate } from './read.ts';
import { telegramSender } from './send.ts';

export type TelegramDeps = {
  token: string;
  apiRoot: string;
  /** With a secret, updates come by webhook at `${publicUrl}/webhook/telegram`; without one, by long polling. */
  webhookSecret: string | undefined;
  publicUrl: string;
  contactLabel: string;
  receive: (inbound: Inbound) => Promise<unknown>;
  /** Links a member of staff's chat; returns the sentence to answer. */
  linkStaff: (token: string, chat: string) => Promise<string>;
  store: ChannelStore;
  lease: PollLease;
  clock: () => Date;
  log: Record<'info' | 'warn' | 'error', (data: object, message: string) => void>;
  /** Waits before the next try; replaced in tests. */
  sleep?: Sleep;
};

export type Telegram = {
  sender: Sender;
  start: () => void;
  stop: () => Promise<void>;
  /** For POST /webhook/telegram. */
  webhook: Webhook;
  state: () => ChannelState;
  tell: (chat: string, text: string) => Promise<void>;
};

const storeTrouble: ChannelState = { ok: false, what: 'unreachable', detail: 'store unreachable' };
/** Our own database is asked again sooner than Telegram. */
const longestStoreWait = 5000;

export function makeTelegram(deps: TelegramDeps): Telegram {
  const api = new Api(deps.token, {
    apiRoot: deps.apiRoot,
    timeoutSeconds: 60,
    fetch: patientFetch as NonNullable<ApiClientOptions['fetch']>,
  });
  const sleep = deps.sleep ?? interruptibleSleep;
  const redact = redactor(deps.token, deps.webhookSecret);
  const health = makeHealth();
  const stop = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function handleUpdate(update: Update): Promise<void> {
    const read = readUpdate(update);
    if (read.kind === 'ignore') return;
    if (read.kind === 'staff-link') {
      const answer = await deps.linkStaff(read.token, read.chat);
      await api.sendMessage(read.chat, answer).catch(() => undefined);
      return;
    }
    await deps.receive({ ...read.inbound, receivedAt: deps.clock() });
    if (read.callback) api.answerCallbackQuery(read.callback).catch(() => undefined);
  }

  const chatOf = (update: Update): string => {
    const read = readUpdate(update);
    return read.kind === 'inbound' ? read.inbound.address : read.kind === 'staff-link' ? read.chat : '';
  };
  const journal = makeJournal({
    ...deps,
    channel: 'telegram',
    chatOf: (update) => chatOf(update as Update),
    handle: (update) => handleUpdate(update as Update),
    stop: stop.signal,
    sleep,
  });
  async function handleInTurn(update: Update): Promise<void> {
    if (journal.holds(chatOf(update))) throw new Error('an earlier update of this chat is not handled yet');
    await handleUpdate(update);
  }

  /** Whatever Telegram or our own store answers, we go on trying, slower each time. */
  async function poll(): Promise<void> {
    for (let wait = 1000; !stop.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
      let asked: 'store' | 'telegram' = 'store';
      try {
        if (await deps.lease.take()) {
          await journal.resume();
          asked = 'telegram';
          await announce();
          health.say('in', { ok: true, what: 'polling', detail: 'polling' });
          await pollUpdates(
            {
              getUpdates: async (offset, timeout, signal) => {
                const updates = await api.getUpdates(
                  { offset, timeout, allowed_updates: ['message', 'callback_query'] },
                  signal as Parameters<typeof api.getUpdates>[1],
                );
                wait = 1000;
                return updates;
              },
              handle: handleInTurn,
              keep: journal.write,
              take: deps.lease.take,
              log: deps.log,
              sleep,
            },
            stop.signal,
          );
        } else health.say('in', { ok: true, what: 'standby', detail: 'another process polls' });
        wait = 1250;
      } catch (error) {
        const state = asked === 'store' ? storeTrouble : troubleOf(error, redact);
        if (asked === 'store') wait = Math.min(wait, longestStoreWait);
        health.say('in', state);
        deps.log.warn({ reason: state.detail, retryInMs: wait }, 'telegram polling stopped');
      }
      if (!stop.signal.aborted) await sleep(wait, stop.signal);
    }
  }

  async function announce(): Promise<void> {
    await api
      .setMyCommands(commands.map(({ command, description }) => ({ command, description })))
      .catch(() => undefined);
    if (!deps.webhookSecret) return void (await api.deleteWebhook());
    await api.setWebhook(`${deps.publicUrl}/webhook/telegram`, {
      secret_token: deps.webhookSecret,
      allowed_updates: ['message', 'callback_query'],
    });
  }

  async function registerWebhook(): Promise<void> {
    for (let wait = 1000; !stop.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
      try {
        await announce();
        health.say('in', { ok: true, what: 'webhook', detail: 'webhook' });
        return;
      } catch (error) {
        const state = troubleOf(error, redact);
        health.say('in', state);
        deps.log.warn({ reason: state.detail, retryInMs: wait }, 'telegram webhook not set');
        await sleep(wait, stop.signal);
      }
    }
  }

  return {
    sender: telegramSender(api, deps.contactLabel, health, redact),
    state: health.state,
    start() {
      // Left from a time of polling; the next start asks again.
      if (deps.webhookSecret) void journal.resume().catch(() => undefined);
      running = deps.webhookSecret ? registerWebhook() : poll();
    },
    async stop() {
      stop.abort();
      await Promise.race([running, sleep(3000)]);
      await journal.settled();
      await deps.lease.release();
    },
    async webhook(secret, body) {
      if (!deps.webhookSecret || !sameSecret(secret ?? '', deps.webhookSecret)) return 401;
      const update = parseUpdate(await body());
      if (!update) return 400;
      await handleUpdate(update);
      return 200;
    },
    async tell(chat, text) {
      await api.sendMessage(chat, text);
    },
  };
}

function parseUpdate(body: string): Update | undefined {
  const json = parseJson(body);
  const isUpdate =
    typeof json === 'object' && json !== null && 'update_id' in json && typeof json.update_id === 'number';
  return isUpdate ? (json as Update) : undefined;
}
