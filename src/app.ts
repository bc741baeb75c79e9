// The composition root: everything made from one config and handed what it needs; `main` and the tests start it alike.
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { makeDelivery } from './channel/deliver.ts';
import { webRoutes } from './channel/web/routes.ts';
import { limitsOf, makeChannels } from './channels.ts';
import type { Config } from './config.ts';
import { consentText } from './conversation/flows/register/ask-step.ts';
import { type Handle, makeHandle } from './conversation/handle/index.ts';
import { pulled } from './conversation/message.ts';
import { respond } from './conversation/respond.ts';
import { showTurn } from './conversation/show.ts';
import { runRetention } from './conversation/store/retention.ts';
import { talkShown, talkVersion } from './conversation/store/talk-shown.ts';
import { talkAlone } from './conversation/talk-alone.ts';
import { keepMonths } from './conversation/world.ts';
import { checkKey } from './database/check-key.ts';
import { sharedClock } from './database/clock.ts';
import { type Database, openDatabase } from './database/open.ts';
import { loadKey, makeVault, type Vault } from './database/vault.ts';
import { makeWatch } from './database/watch.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { say } from './knowledge/wording.ts';
import { vietnamDay } from './language/dates.ts';
import { codeBytes, leadCode } from './leads/code.ts';
import { listen } from './listen.ts';
import { makeMetrics } from './metrics.ts';
import { makeServer } from './server.ts';
import { staffDesk } from './staff/desk.ts';
import { firstLink, linkTelegram } from './staff/first-link.ts';
import { newLeadListeners } from './staff/store/accounts.ts';
import { readOperator } from './staff-facts.ts';

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

const retainEvery = 3_600_000;
const factsEvery = 5_000;
/** How long open requests may go on after a signal to stop; live pages would stay for ever. */
const graceMs = 2_000;
/** Free bytes below which /ready warns. */
const littleSpace = 500 * 2 ** 20;
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
  talkAlone(knowledge, vietnamDay(clock())).say({ kind: 'text', text: 'nộp hồ sơ ở đâu' });

  const { db, kind, close } = await openDatabase(config.DATABASE_URL);
  const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
  await checkKey(db, vault, clock());

  const shared = sharedClock(db, kind, clock);
  const watch = makeWatch({ db, url: config.DATABASE_URL, clock, log });

  let stopping = false;
  let clockDoubt: string | undefined;
  let operator = await readOperator(db);
  const metrics = makeMetrics(db, pulled);

  const handle = makeHandle({
    db,
    kind,
    vault,
    clock,
    respond,
    publicUrl: config.PUBLIC_URL,
    knowledge: () => knowledge,
    operator: () => operator,
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
        void tellStaff(newLeads);
      }
      delivery.wake();
    },
    log,
  });

  const channels = makeChannels({
    config,
    db,
    vault,
    clock,
    sharedClock: shared,
    log,
    labels: {
      contact: say(knowledge.wording, 'label_contact'),
      form: say(knowledge.wording, 'label_form'),
      formHint: say(knowledge.wording, 'label_form_hint'),
    },
    receive: handle.receive,
    linkStaff: (token, chat) => linkTelegram(db, token, chat, clock()),
  });

  const delivery = makeDelivery({
    db,
    kind,
    vault,
    clock,
    sharedClock: shared,
    log,
    senders: channels.senders,
    sent: (channel, result) => metrics.sent.inc({ channel, result }),
  });

  const web = webRoutes({
    receive: handle.receive,
    talk: (address) => talkShown(db, vault, { channel: 'web', address }, 60),
    version: (address) => talkVersion(db, { channel: 'web', address }),
    examples: knowledge.words.examples,
    privacy: async () => ({
      operator: operator.name,
      contact: operator.phone ?? operator.office,
      talkMonths: keepMonths.talk,
      leadMonths: keepMonths.lead,
      consent: consentText({ knowledge, operator }),
    }),
    publicUrl: config.PUBLIC_URL,
    clock,
  });

  const desk = staffDesk({
    db,
    vault,
    clock,
    knowledge: () => knowledge,
    publicUrl: config.PUBLIC_URL,
    tryQuestion(question, day) {
      const today = vietnamDay(clock());
      const turn = talkAlone(knowledge, today, undefined, day).say({ kind: 'text', text: question });
      return showTurn(knowledge, turn, today);
    },
    channels: channels.shown,
    wake: () => delivery.wake(),
    telegramName: () => (channels.telegram ? 'telegram' : undefined),
  });

  const http = makeServer({
    web,
    desk,
    channels,
    metrics: metrics.registry,
    log,
    ready,
    proxies: config.TRUST_PROXY,
  });

  const { port, close: closeHttp } = await listen(
    http,
    config.PORT,
    config.TRUST_PROXY > 0 ? { fromOne: Number.POSITIVE_INFINITY } : {},
  );
  delivery.start();
  channels.start();
  const link = await firstLink(db, config.PUBLIC_URL, clock());

  const hourly = setInterval(() => void retain(), retainEvery);
  const facts = setInterval(() => void refreshOperator(), factsEvery);
  await retain();

  async function ready() {
    const [database, states, free] = await Promise.all([
      stopping ? 'stopping' : watch.check(),
      channels.states(),
      watch.free(),
    ]);
    const checks: Record<string, string> = {
      database,
      knowledge: loaded.problems.length === 0 ? 'ok' : 'has mistakes',
    };
    const warnings = operator.missing.map((k) => `operator fact missing: ${k}`);
    if (clockDoubt) warnings.unshift(`retention: ${clockDoubt}`);
    // A channel in trouble is no reason to send people elsewhere: the others work on.
    for (const [channel, state] of states) {
      checks[channel] = state.detail;
      if (!state.ok) warnings.unshift(`channel ${channel}: ${state.detail}`);
    }
    if (free !== undefined && free < littleSpace)
      warnings.unshift(`disk nearly full: ${Math.round(free / 2 ** 20)} MB left`);
    return { ok: database === 'ok', checks, warnings };
  }

  async function retain(): Promise<void> {
    try {
      const { doubt, ...report } = await runRetention(db, clock());
      clockDoubt = doubt;
      if (doubt) log.error({ doubt }, 'retention does not believe the clock');
      if (Object.values(report).some((n) => n > 0)) log.info(report, 'retention done');
    } catch (error) {
      log.error({ reason: String(error).slice(0, 200) }, 'retention failed; trying again in an hour');
    }
  }

  /** "Có 1 phiếu mới": to members of staff who linked their Telegram; no personal data. */
  async function tellStaff(count: number): Promise<void> {
    if (!channels.telegram) return;
    for (const chat of await newLeadListeners(db).catch(() => [])) {
      await channels.telegram
        .tell(chat, `Có ${count} phiếu mới: ${config.PUBLIC_URL}/can-bo/phieu`)
        .catch(() => log.warn({}, 'staff could not be told on telegram'));
    }
  }

  async function refreshOperator(): Promise<void> {
    operator = await readOperator(db).catch(() => operator);
  }

  return {
    port,
    http,
    db,
    vault,
    knowledge,
    handle,
    firstLink: link,
    async stop() {
      clearInterval(hourly);
      clearInterval(facts);
      stopping = true;
      await Promise.all([closeHttp(graceMs), channels.stop()]);
      await handle.drain();
      await delivery.stop();
      await channels.settled();
      await close();
    },
  };
}
