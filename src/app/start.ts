// The composition root: everything made from one config and handed what it needs; `main` and the tests start it alike.
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { makeDelivery } from '../channel/deliver.ts';
import { webAddress } from '../channel/web/address.ts';
import type { Config } from '../config.ts';
import { type Handle, makeHandle } from '../conversation/handle/index.ts';
import { pulled } from '../conversation/message.ts';
import { respond } from '../conversation/respond.ts';
import { showTurn } from '../conversation/show/turn.ts';
import { talkAlone } from '../conversation/talk-alone.ts';
import { checkKey } from '../database/check-key.ts';
import { sharedClock } from '../database/clock.ts';
import { hideCookies } from '../database/hide-cookies.ts';
import { type Database, openDatabase } from '../database/open.ts';
import { loadKey, makeVault, type Vault } from '../database/vault.ts';
import { makeWatch } from '../database/watch.ts';
import { listen } from '../http/listen.ts';
import { loadKnowledge } from '../knowledge/files/load.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { vietnamDay } from '../language/dates.ts';
import { codeBytes, leadCode } from '../leads/code.ts';
import { staffDesk } from '../staff/desk.ts';
import { firstLink } from '../staff/first-link.ts';
import { tellOfNewLeads } from '../staff/new-lead-notice.ts';
import { linkTelegram } from '../staff/telegram-link.ts';
import { limitsOf, makeChannels } from './channels.ts';
import { hourlyRetention } from './hourly-retention.ts';
import { makeMetrics } from './metrics.ts';
import { liveOperator } from './operator.ts';
import { readiness } from './readiness.ts';
import { makeServer } from './server.ts';
import { webChat } from './web-chat.ts';

export type App = {
  port: number;
  http: Hono;
  db: Database;
  vault: Vault;
  knowledge: Knowledge;
  handle: Handle;
  /** Makes the first admin's account; printed once, undefined when there is an account. */
  firstLink: string | undefined;
  stop: () => Promise<void>;
};

/** How long open requests may go on after a signal to stop; live pages would stay for ever. */
const graceMs = 2_000;
const newCode = (): string => leadCode(randomBytes(codeBytes));

/** Starts listening; `loaded` spares tests reading the knowledge each time. Throws one clear error when the knowledge, the database or the key is not usable. */
export async function startApp(
  config: Config,
  log: Logger,
  clock: () => Date = () => new Date(),
  loaded: ReturnType<typeof loadKnowledge> = loadKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR),
): Promise<App> {
  if (!loaded.knowledge)
    throw new Error(`The knowledge in ${config.KNOWLEDGE_DIR} does not load; run npm run knowledge:check`);
  const knowledge = loaded.knowledge;
  if (loaded.problems.length > 0)
    log.error({ problems: loaded.problems.length }, 'knowledge has mistakes; run npm run knowledge:check');

  // The first question builds what all others share; nobody shall wait for that.
  const first = talkAlone(knowledge, vietnamDay(clock()));
  for (const text of ['nộp hồ sơ ở đâu', 'thế bao lâu', 'ai nhận']) first.say({ kind: 'text', text });

  const { db, kind, close } = await openDatabase(config.DATABASE_URL);
  const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
  await checkKey(db, vault, clock());
  await hideCookies(db, (cookie) => webAddress(vault, cookie));

  const shared = sharedClock(db, kind, clock);
  const watch = makeWatch({ db, url: config.DATABASE_URL, clock, log });

  const publicUrl = config.PUBLIC_URL;
  const operator = await liveOperator(db);
  const retention = hourlyRetention({ db, vault, clock, log });
  const metrics = makeMetrics(db, pulled);

  const parts = { db, kind, vault, clock, log };

  const handle = makeHandle({
    ...parts,
    respond,
    publicUrl,
    knowledge: () => knowledge,
    operator: operator.now,
    limits: limitsOf,
    newId: randomUUIDv7,
    newCode,
    pulled,
    failed: (error, conversationId) =>
      log.error(
        { conversationId, reason: error instanceof Error ? error.stack : String(error) },
        'respond failed',
      ),
    onFault: watch.failed,
    onCommitted({ outcomes, newLeads }) {
      watch.saved();
      for (const o of outcomes) metrics.turns.inc(o);
      if (newLeads > 0) {
        metrics.leads.inc(newLeads);
        void tellOfNewLeads(newLeads, { db, publicUrl, telegram: channels.telegram, log });
      }
      delivery.wake();
    },
  });

  const channels = makeChannels({
    ...parts,
    config,
    sharedClock: shared,
    wording: knowledge.wording,
    receive: handle.receive,
    linkStaff: (token, chat) => linkTelegram(db, token, chat, clock()),
  });

  const delivery = makeDelivery({
    ...parts,
    sharedClock: shared,
    senders: channels.senders,
    sent: (channel, result) => metrics.sent.inc({ channel, result }),
  });

  const web = webChat({ db, vault, clock, knowledge, operator, receive: handle.receive, publicUrl });

  const desk = staffDesk({
    db,
    vault,
    clock,
    knowledge: () => knowledge,
    publicUrl,
    tryQuestion(question, day) {
      const today = vietnamDay(clock());
      const turn = talkAlone(knowledge, today, undefined, day).say({ kind: 'text', text: question });
      return showTurn(knowledge, turn, today);
    },
    channels: channels.shown,
    giveBack: handle.giveBack,
    wake: () => delivery.wake(),
    hasTelegram: channels.telegram !== undefined,
  });

  let stopping = false;
  const http = makeServer({
    web,
    desk,
    channels,
    metrics: metrics.registry,
    log,
    ready: () =>
      readiness({ stopping, watch, channels, operator, retention, mistakes: loaded.problems.length }),
    proxies: config.TRUST_PROXY,
  });

  const { port, close: closeHttp } = await listen(
    http,
    config.PORT,
    config.TRUST_PROXY > 0 ? { fromOne: Number.POSITIVE_INFINITY } : {},
  );
  delivery.start();
  channels.start();
  const link = await firstLink(db, publicUrl, clock());

  operator.start();
  await retention.start();

  return {
    port,
    http,
    db,
    vault,
    knowledge,
    handle,
    firstLink: link,
    async stop() {
      retention.stop();
      operator.stop();
      stopping = true;
      // A poll under way may last half a minute: pages and webhooks are answered meanwhile.
      const drained = Promise.all([sleep(config.DRAIN_SECONDS * 1000), channels.stop()]);
      await closeHttp(graceMs, drained);
      await handle.drain();
      await delivery.stop();
      await channels.settled();
      await close();
    },
  };
}
