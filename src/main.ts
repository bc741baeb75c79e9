// Reads settings, starts the app, prints where it is, and stops cleanly on a signal.
import pino from 'pino';
import { learnAside } from './app/learn-aside.ts';
import { type App, startApp } from './app/start.ts';
import { type Config, loadConfig } from './config.ts';
import { isLearnt } from './knowledge/files/load.ts';

const began = performance.now();
const config: Config = settingsOrExit();
const log = pino({ level: config.LOG_LEVEL, base: undefined });

const stopAsked = new AbortController();
/** Longer than all that a stop waits for in turn: the draining or a poll under way (40 s), requests (2 s), sends with the writing down of their results (37 s), a token being renewed (30 s). */
const stopMs = 110_000 + config.DRAIN_SECONDS * 1000;
async function stop(signal: string): Promise<void> {
  if (stopAsked.signal.aborted) return;
  stopAsked.abort();
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), stopMs).unref();
  await (await starting).stop();
  log.info('stopped');
  process.exit(0);
}
// Before it starts: learning is not waited for, and messages are taken a moment before it is done.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

const starting = start().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  if (stopAsked.signal.aborted) {
    log.info({ reason }, 'stopped before it had started');
    process.exit(0);
  }
  log.fatal({ reason }, 'could not start');
  process.exit(1);
});

const app = await starting;
log.info(
  {
    port: app.port,
    ms: Math.round(performance.now() - began),
    cards: app.knowledge.cards.size,
    edition: app.knowledge.edition,
  },
  'listening',
);
console.log(`Hỏi HTX: http://localhost:${app.port} · bàn cán bộ: http://localhost:${app.port}/can-bo`);
if (app.firstLink) {
  console.log(
    `Chưa có tài khoản cán bộ. Mở đường dẫn này (một lần, trong 3 ngày) để lập tài khoản quản trị:\n${app.firstLink}`,
  );
}

/** What takes long is said before it is begun: nothing answers until it is done. */
async function start(): Promise<App> {
  if (!isLearnt(config.KNOWLEDGE_DIR, config.CACHE_DIR)) {
    console.log(
      'Hỏi HTX: đang học các cách hỏi trong kho kiến thức, lần đầu mất chừng nửa phút đến hai phút; các lần sau chỉ vài giây.',
    );
    await learnAside(stopAsked.signal);
  }
  return startApp(config, log);
}

function settingsOrExit(): Config {
  try {
    return loadConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
