// Reads settings, opens the database, loads knowledge, starts the channels, and stops cleanly.
import { randomBytes, randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { consoleLimits } from './channel/console-limits.ts';
import { makeDelivery } from './channel/deliver.ts';
import { makeTelegram } from './channel/telegram/bot.ts';
import { limits as telegramLimits } from './channel/telegram/show.ts';
import { limits as webLimits } from './channel/web/limits.ts';
import { webRoutes } from './channel/web/routes.ts';
import { loadConfig } from './config.ts';
import { consentText } from './conversation/flows/register/steps.ts';
import { makeHandle } from './conversation/handle/index.ts';
import { respond } from './conversation/respond.ts';
import { runRetention } from './conversation/store/retention.ts';
import { talkShown, talkVersion } from './conversation/store/talk-shown.ts';
import { keepMonths, type Operator } from './conversation/world.ts';
import { checkKey } from './database/check-key.ts';
import { openDatabase } from './database/open.ts';
import { loadKey, makeVault } from './database/vault.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { say } from './knowledge/wording.ts';
import { makeMetrics } from './metrics.ts';
import { makeServer } from './server.ts';
import { readOperator } from './staff-facts.ts';
import { showTurn } from './conversation/show.ts';
import { talkAlone } from './conversation/talk-alone.ts';
import { staffDesk } from './staff/desk.ts';
import { firstLink, linkTelegram } from './staff/first-link.ts';
import { newLeadListeners } from './staff/store/accounts.ts';

const began = performance.now();
const config = loadConfig(process.env);
const log = pino({ level: config.LOG_LEVEL, base: undefined });
const clock = (): Date => new Date();

const loaded = loadKnowledge(config.KNOWLEDGE_DIR);
if (!loaded.knowledge) {
  log.fatal({ problems: loaded.problems.length }, 'knowledge does not load; run npm run knowledge:check');
  process.exit(1);
}
const knowledge = loaded.knowledge;
if (loaded.problems.length > 0) log.error({ problems: loaded.problems.length }, 'knowledge has mistakes; run npm run knowledge:check');

const { db, kind, close } = await openDatabase(config.DATABASE_URL);
const vault = makeVault(loadKey(config.DATA_KEY, config.DATA_DIR));
await checkKey(db, vault, clock());

let operator: Operator & { missing: string[] } = await readOperator(db);
const metrics = makeMetrics(db);

/** No letters or digits that look alike, so that it can be read out over the phone. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = (): string => `HTX-${[...randomBytes(5)].map((b) => codeLetters[b % codeLetters.length]).join('')}`;

const handle = makeHandle({
  db, kind, vault, clock, respond, publicUrl: config.PUBLIC_URL,
  knowledge: () => knowledge,
  operator: () => operator,
  limits: { web: webLimits, telegram: telegramLimits, console: consoleLimits, 'zalo-bot': telegramLimits, 'zalo-oa': telegramLimits },
  newId: randomUUID,
  newCode,
  pulled: ['web', 'console'],
  apology: () => ({ blocks: [{ kind: 'say', text: say(knowledge.wording, 'fault') }], choices: [{ id: 'do:staff', label: say(knowledge.wording, 'label_staff') }] }),
  failed: (error, conversationId) => log.error({ conversationId, reason: error instanceof Error ? error.stack : String(error) }, 'respond failed'),
  onCommitted({ outcomes, newLeads }) {
    for (const o of outcomes) metrics.turns.inc(o);
    if (newLeads > 0) {
      metrics.leads.inc(newLeads);
      void tellStaff(newLeads);
    }
    delivery.wake();
  },
  log,
});

const telegram = config.TELEGRAM_BOT_TOKEN
  ? makeTelegram({
      token: config.TELEGRAM_BOT_TOKEN,
      apiRoot: config.TELEGRAM_API_ROOT,
      webhookSecret: config.TELEGRAM_WEBHOOK_SECRET,
      publicUrl: config.PUBLIC_URL,
      contactLabel: say(knowledge.wording, 'label_contact'),
      receive: handle.receive,
      linkStaff: (token, chat) => linkTelegram(db, token, chat, clock()),
      clock,
      log,
    })
  : undefined;

const delivery = makeDelivery({
  db, kind, vault, clock, log,
  senders: telegram ? { telegram: telegram.sender } : {},
  sent: (channel, result) => metrics.sent.inc({ channel, result }),
});

const web = webRoutes({
  receive: handle.receive,
  talk: (address) => talkShown(db, vault, { channel: 'web', address }, 60),
  version: (address) => talkVersion(db, { channel: 'web', address }),
  examples: ['Lập hợp tác xã cần mấy người?', 'Đăng ký tổ hợp tác cần giấy tờ gì?', 'Vay vốn không cần thế chấp được bao nhiêu?'],
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
  db, vault, clock,
  knowledge: () => knowledge,
  publicUrl: config.PUBLIC_URL,
  tryQuestion: (question, day) => showTurn(knowledge, talkAlone(knowledge, day).say({ kind: 'text', text: question }), day),
  wake: () => delivery.wake(),
  telegramName: () => (telegram ? 'telegram' : undefined),
});

const app = makeServer({
  web,
  desk,
  telegram,
  metrics: metrics.registry,
  log,
  async ready() {
    const database = await db.selectFrom('channel_store').select('key').limit(1).execute().then(() => 'ok', () => 'unreachable');
    const checks: Record<string, string> = { database, knowledge: loaded.problems.length === 0 ? 'ok' : 'has mistakes' };
    if (telegram) checks.telegram = telegram.state().detail;
    const warnings = operator.missing.map((k) => `operator fact missing: ${k}`);
    return { ok: database === 'ok', checks, warnings };
  },
});

const server = serve({ fetch: app.fetch, port: config.PORT }, (at) => {
  log.info({ port: at.port, ms: Math.round(performance.now() - began), cards: knowledge.cards.size, edition: knowledge.edition }, 'listening');
  console.log(`Hỏi HTX: http://localhost:${at.port} · bàn cán bộ: http://localhost:${at.port}/can-bo`);
});
delivery.start();
telegram?.start();
const link = await firstLink(db, config.PUBLIC_URL, clock());
if (link) console.log(`Chưa có tài khoản cán bộ. Mở đường dẫn này (một lần, trong 3 ngày) để lập tài khoản quản trị:\n${link}`);

const hourly = setInterval(() => void retain(), 3_600_000);
const facts = setInterval(() => void refreshOperator(), 5000);
await retain();

async function retain(): Promise<void> {
  try {
    const report = await runRetention(db, clock());
    if (Object.values(report).some((n) => n > 0)) log.info(report, 'retention done');
  } catch (error) {
    log.error({ reason: String(error).slice(0, 200) }, 'retention failed; trying again in an hour');
  }
}

/** "Có 1 phiếu mới": to members of staff who linked their Telegram; no personal data. */
async function tellStaff(count: number): Promise<void> {
  if (!telegram) return;
  for (const chat of await newLeadListeners(db).catch(() => [])) {
    await telegram.tell(chat, `Có ${count} phiếu mới: ${config.PUBLIC_URL}/can-bo/phieu`).catch(() => log.warn({}, 'staff could not be told on telegram'));
  }
}

async function refreshOperator(): Promise<void> {
  operator = await readOperator(db).catch(() => operator);
}

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  clearInterval(hourly);
  clearInterval(facts);
  const force = setTimeout(() => process.exit(1), 10_000);
  server.close();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await telegram?.stop();
  await handle.drain();
  await delivery.stop();
  await close();
  clearTimeout(force);
  log.info('stopped');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
