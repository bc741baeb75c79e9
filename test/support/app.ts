// A whole app for a test: its own database, a clock the test moves, no log, a port nobody else has.
import pino from 'pino';
import { type App, startApp } from '../../src/app/start.ts';
import { loadConfig } from '../../src/config.ts';
import type { Channel, Said } from '../../src/conversation/message.ts';
import type { Kind } from '../../src/database/open.ts';
import { cacheFolder } from './cache.ts';
import { type Fresh, freshDatabase } from './databases.ts';
import { knowledgeFolder, loaded } from './knowledge.ts';

export type TestApp = App & {
  url: string;
  fresh: Fresh;
  /** Moves the app's clock; it stands still otherwise. */
  setNow: (at: string) => void;
  /** Says something as a person of a channel; a new message id each time unless one is given. */
  say: (
    address: string,
    said: string | Said,
    more?: { messageId?: string; channel?: Channel },
  ) => Promise<{ duplicate: boolean; conversationId: string }>;
  close: () => Promise<void>;
};

export const dataKey = Buffer.alloc(32, 7).toString('base64');

export async function startTestApp(
  kind: Kind = 'sqlite',
  env: Record<string, string> = {},
  fresh?: Fresh,
): Promise<TestApp> {
  const database = fresh ?? (await freshDatabase(kind));
  let now: Date | undefined = new Date('2026-11-23T03:00:00Z');
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    DATA_DIR: database.folder,
    DATA_KEY: dataKey,
    KNOWLEDGE_DIR: knowledgeFolder,
    CACHE_DIR: cacheFolder,
    DRAIN_SECONDS: '0',
    PUBLIC_URL: 'http://localhost:3000',
    ...env,
  });
  const known = config.KNOWLEDGE_DIR === knowledgeFolder ? loaded : undefined;
  const app = await startApp(config, pino({ level: 'silent' }), () => now ?? new Date(), known);
  let count = 0;
  return Object.assign(app, {
    url: `http://127.0.0.1:${app.port}`,
    fresh: database,
    setNow: (at: string) => {
      now = new Date(at);
    },
    say: (address: string, said: string | Said, more: { messageId?: string; channel?: Channel } = {}) =>
      app.handle.receive({
        channel: more.channel ?? 'web',
        address,
        messageId: more.messageId ?? `m${++count}`,
        said: typeof said === 'string' ? { kind: 'text', text: said } : said,
        receivedAt: now ?? new Date(),
      }),
    async close() {
      await app.stop();
      if (!fresh) await database.remove();
    },
  });
}
