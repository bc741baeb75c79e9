// Makes the channels whose tokens are set, and answers for all of them together: senders, states, start and stop.
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { consoleLimits } from '../channel/console-limits.ts';
import type { ChannelState } from '../channel/health.ts';
import { makePollLease, type PollLease } from '../channel/poll-lease.ts';
import type { Sender } from '../channel/sender.ts';
import { makeChannelStore } from '../channel/store.ts';
import { makeTelegram, type Telegram } from '../channel/telegram/bot.ts';
import { limits as telegramLimits } from '../channel/telegram/show.ts';
import { limits as webLimits } from '../channel/web/limits.ts';
import { makeZaloBot, type ZaloBot } from '../channel/zalo-bot/bot.ts';
import { limits as zaloBotLimits } from '../channel/zalo-bot/send.ts';
import { makeZaloOa, type ZaloOa } from '../channel/zalo-oa/oa.ts';
import { limits as zaloOaLimits } from '../channel/zalo-oa/show.ts';
import type { Config } from '../config.ts';
import type { Channel, Inbound, Limits } from '../conversation/message.ts';
import type { Database, Kind } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import { say, type Wording } from '../knowledge/wording.ts';

export const limitsOf: Record<Channel, Limits> = {
  web: webLimits,
  telegram: telegramLimits,
  console: consoleLimits,
  'zalo-bot': zaloBotLimits,
  'zalo-oa': zaloOaLimits,
};

export type Channels = {
  telegram: Telegram | undefined;
  zaloBot: ZaloBot | undefined;
  zaloOa: ZaloOa | undefined;
  senders: Partial<Record<Channel, Sender>>;
  /** How each that is set up stands now, for /ready, /metrics and the desk. */
  states: () => Promise<Map<Channel, ChannelState>>;
  /** Every channel people may come by, set up or not, for the desk. */
  shown: () => Promise<{ channel: Channel; state: ChannelState | undefined; window: Limits['window'] }[]>;
  start: () => void;
  /** Nothing more comes in. */
  stop: () => Promise<void>;
  /** Done when nothing is under way; call it when nothing is sent any more. */
  settled: () => Promise<void>;
};

type ChannelsDeps = {
  config: Config;
  db: Database;
  kind: Kind;
  vault: Vault;
  clock: () => Date;
  sharedClock: () => Promise<Date>;
  log: Logger;
  wording: Wording;
  receive: (inbound: Inbound) => Promise<unknown>;
  linkStaff: (token: string, chat: string) => Promise<string>;
};

export function makeChannels(deps: ChannelsDeps): Channels {
  const { config, clock, log, receive, wording } = deps;
  const owner = randomUUID();
  const store = makeChannelStore(deps.db, deps.vault, deps.sharedClock);
  const publicUrl = config.PUBLIC_URL;
  const lease = (key: string): PollLease => makePollLease(store, key, owner, deps.kind === 'sqlite');

  const telegram = config.TELEGRAM_BOT_TOKEN
    ? makeTelegram({
        token: config.TELEGRAM_BOT_TOKEN,
        apiRoot: config.TELEGRAM_API_ROOT,
        webhookSecret: config.TELEGRAM_WEBHOOK_SECRET,
        publicUrl,
        contactLabel: say(wording, 'label_contact'),
        receive,
        linkStaff: deps.linkStaff,
        store,
        lease: lease('telegram.poller'),
        clock,
        log,
      })
    : undefined;

  const zaloBot = config.ZALO_BOT_TOKEN
    ? makeZaloBot({
        token: config.ZALO_BOT_TOKEN,
        apiRoot: config.ZALO_BOT_API_ROOT,
        webhookSecret: config.ZALO_BOT_WEBHOOK_SECRET,
        publicUrl,
        receive,
        store,
        lease: lease('zalo-bot.poller'),
        clock,
        log,
      })
    : undefined;

  const { ZALO_OA_APP_ID, ZALO_OA_APP_SECRET, ZALO_OA_SECRET_KEY, ZALO_OA_REFRESH_TOKEN } = config;
  const zaloOa =
    ZALO_OA_APP_ID && ZALO_OA_APP_SECRET && ZALO_OA_SECRET_KEY && ZALO_OA_REFRESH_TOKEN
      ? makeZaloOa({
          appId: ZALO_OA_APP_ID,
          appSecret: ZALO_OA_APP_SECRET,
          secretKey: ZALO_OA_SECRET_KEY,
          refreshToken: ZALO_OA_REFRESH_TOKEN,
          apiRoot: config.ZALO_OA_API_ROOT,
          oauthRoot: config.ZALO_OA_OAUTH_ROOT,
          form: {
            title: say(wording, 'label_form'),
            hint: say(wording, 'label_form_hint'),
            picture: `${publicUrl}/web/form.png`,
          },
          receive,
          store,
          owner,
          clock,
          log,
        })
      : undefined;
  if (!zaloOa && (ZALO_OA_APP_ID || ZALO_OA_APP_SECRET || ZALO_OA_SECRET_KEY || ZALO_OA_REFRESH_TOKEN))
    log.warn(
      {},
      'zalo-oa is off: all four of ZALO_OA_APP_ID, _APP_SECRET, _SECRET_KEY and _REFRESH_TOKEN are needed',
    );

  async function states(): Promise<Map<Channel, ChannelState>> {
    const all = new Map<Channel, ChannelState>();
    if (telegram) all.set('telegram', telegram.state());
    if (zaloBot) all.set('zalo-bot', zaloBot.state());
    if (zaloOa) all.set('zalo-oa', await zaloOa.state());
    return all;
  }

  return {
    telegram,
    zaloBot,
    zaloOa,
    senders: {
      ...(telegram ? { telegram: telegram.sender } : {}),
      ...(zaloBot ? { 'zalo-bot': zaloBot.sender } : {}),
      ...(zaloOa ? { 'zalo-oa': zaloOa.sender } : {}),
    },
    states,
    async shown() {
      const known = await states();
      const web: ChannelState = { ok: true, what: 'webhook', detail: '' };
      return (['zalo-bot', 'zalo-oa', 'telegram', 'web'] as const).map((channel) => ({
        channel,
        state: channel === 'web' ? web : known.get(channel),
        window: limitsOf[channel].window,
      }));
    },
    start() {
      telegram?.start();
      zaloBot?.start();
      zaloOa?.start();
    },
    async stop() {
      zaloOa?.stop();
      await Promise.all([telegram?.stop(), zaloBot?.stop()]);
    },
    settled: async () => zaloOa?.settled(),
  };
}
