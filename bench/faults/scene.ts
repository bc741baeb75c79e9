// Where a fault happens: one or more processes of the program, stand-ins for Telegram and Zalo, and people who come by all of them in turn.
import { setTimeout as wait } from 'node:timers/promises';
import { askDatabase } from '../../test/support/ask-database.ts';
import { namesSaid, type Running, runProgram, turnsEach } from '../../test/support/process.ts';
import { startTelegramStub } from '../../test/support/telegram-stub.ts';
import { startZaloBotStub } from '../../test/support/zalo-bot-stub.ts';
import { newPerson, register } from './load.ts';
import { addressOf, type Channel, dataKey, webhookSecret } from './people.ts';

export type Pushed = Exclude<Channel, 'web'>;
export type Scene = {
  programs: Running[];
  /** Where the bench itself looks into the database. */
  url: string;
  /** The process that gets the next message. */
  port: () => number;
  /** What went out to one address, first to last, with all that is its own left out. */
  sentTo: (channel: Pushed, address: string) => string[];
  /** What an undisturbed talk was sent. */
  answersOf: (channel: Pushed) => readonly string[];
  sends: () => number;
  /** Resolves when nothing waits to be sent. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};
export type SceneOptions = {
  url: string;
  dataDir: string;
  /** The address each process has for the database; one process at `url` unless named. */
  processes?: readonly string[];
  env?: Record<string, string>;
  /** Puts something between the program and a stand-in. */
  through?: (apiRoot: string) => Promise<string>;
};

const telegramToken = '123456:TEST-token';
const zaloToken = '12345689:abc-secret';
/** A process that was killed leaves its claims for 90 s; what failed often waits up to two minutes. */
const settleMs = 240_000;
/** Words that differ from person to person: case code, number, name, time. */
const general = (text: string): string =>
  text
    .replace(/[A-Z]{2,}-[A-Z0-9-]+/g, 'CODE')
    .replace(/\d[\d .]*\d/g, 'NUMBER')
    .replace(namesSaid, 'NAME');

export async function openScene(options: SceneOptions): Promise<Scene> {
  const programs: Running[] = [];
  let turn = 0;
  const port = (): number => programs[turn++ % programs.length]?.port ?? 0;
  const telegram = await startTelegramStub(telegramToken);
  const zalo = await startZaloBotStub(zaloToken, {
    allHaveWritten: true,
    reach: () => `http://127.0.0.1:${port()}/webhook/zalo-bot`,
  });
  zalo.plan = { users: 1_000_000, messages: 10_000_000 };
  const through = options.through ?? (async (apiRoot: string) => apiRoot);
  const env = {
    DATA_DIR: options.dataDir,
    DATA_KEY: dataKey,
    PUBLIC_URL: 'https://hoi-htx.example',
    TELEGRAM_BOT_TOKEN: telegramToken,
    TELEGRAM_API_ROOT: await through(telegram.url),
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
    ZALO_BOT_TOKEN: zaloToken,
    ZALO_BOT_API_ROOT: await through(zalo.url),
    ZALO_BOT_WEBHOOK_SECRET: webhookSecret,
    ...options.env,
  };
  const sentTo = (channel: Pushed, address: string): string[] =>
    (channel === 'telegram' ? telegram : zalo).sent
      .filter((m) => m.chat === address)
      .map((m) => general(m.text));

  async function settle(): Promise<void> {
    const waiting = "select id from outbox where status = 'pending' and channel in ('telegram', 'zalo-bot')";
    const began = performance.now();
    while ((await askDatabase(options.url, waiting)).length > 0 && performance.now() - began < settleMs)
      await wait(250);
    // What is noted as sent has been written down after it was sent.
    await wait(500);
  }
  const close = async (): Promise<void> => {
    await Promise.all(programs.map((p) => p.kill('SIGKILL')));
    await Promise.all([telegram.stop(), zalo.stop()]);
  };
  try {
    const [first = options.url, ...others] = options.processes ?? [];
    const run = (url: string): Promise<Running> => runProgram({ ...env, DATABASE_URL: url });
    programs.push(await run(first));
    programs.push(...(await Promise.all(others.map(run))));
    const calm = { telegram: newPerson('telegram'), 'zalo-bot': newPerson('zalo-bot') };
    await Promise.all(Object.values(calm).map((person) => register(port, person, [])));
    await settle();
    const answers = {
      telegram: sentTo('telegram', addressOf.telegram(calm.telegram.i)),
      'zalo-bot': sentTo('zalo-bot', addressOf['zalo-bot'](calm['zalo-bot'].i)),
    };
    for (const texts of Object.values(answers))
      if (texts.length < turnsEach || new Set(texts).size < texts.length)
        throw new Error(`an undisturbed talk was answered wrongly: ${JSON.stringify(texts)}`);
    return {
      programs,
      url: options.url,
      port,
      sentTo,
      answersOf: (channel) => answers[channel],
      sends: () => telegram.sent.length + zalo.sent.length,
      settle,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
