// Starts the real app with both Zalo stand-ins and a local page to play the farmer on; nothing leaves the machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pino from 'pino';
import { startApp } from '../../src/app/start.ts';
import { loadConfig } from '../../src/config.ts';
import { freePort } from '../support/process.ts';
import { startZaloBotStub } from '../support/zalo-bot-stub.ts';
import { keys, startZaloOaStub } from '../support/zalo-oa-stub.ts';
import { makeFarmer } from './farmer.ts';
import { demoPage, illnesses } from './page.ts';

export type Demo = { url: string; desk: string; firstLink: string | undefined; stop: () => Promise<void> };

/** `port` 0 takes any free one. Everything is kept in a folder that is removed at the end. */
export async function startDemo(port: number, env: Record<string, string> = {}): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-demo-'));
  const token = '12345689:demo';
  const bot = await startZaloBotStub(token);
  const oa = await startZaloOaStub(() => new Date());
  const config = loadConfig({
    PORT: String(await freePort()),
    DATABASE_URL: `sqlite:${join(folder, 'demo.db')}`,
    DATA_DIR: folder,
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: bot.url,
    ZALO_OA_APP_ID: keys.appId,
    ZALO_OA_APP_SECRET: keys.appSecret,
    ZALO_OA_SECRET_KEY: keys.secretKey,
    ZALO_OA_REFRESH_TOKEN: 'refresh-0',
    ZALO_OA_API_ROOT: oa.url,
    ZALO_OA_OAUTH_ROOT: oa.url,
    ...env,
  });
  const app = await startApp(config, pino({ level: 'error', base: undefined }));
  const own = `http://localhost:${app.port}`;
  const farmer = makeFarmer(bot, oa, `http://127.0.0.1:${app.port}/webhook/zalo-oa`);

  const http = new Hono();
  http.get('/', (c) => c.html(demoPage(farmer, bot, oa, own)));
  const on = (path: string, act: (post: (name: string) => string) => Promise<void> | void): void => {
    http.post(path, async (c) => {
      const body = await c.req.parseBody();
      await act((name) => String(body[name] ?? ''));
      return c.redirect('/', 303);
    });
  };
  on('/bot', (post) => farmer.sayBot(post('text')));
  on('/bot/anh', () => farmer.photoBot());
  on('/oa', (post) => farmer.sayOa(post('text')));
  on('/oa/quan-tam', () => farmer.follow());
  on('/oa/mau', (post) => farmer.share(post('name'), post('phone')));
  on('/loi/bot', (post) => {
    const code = illnesses.bot.find((i) => i === post('code'));
    if (code) bot.failNext.push(code === 'html' ? { code: 0, html: true } : { code: Number(code) });
  });
  on('/loi/oa', (post) => {
    const code = illnesses.oa.find((i) => i === post('code'));
    if (code) oa.errors.push(code === 'html' ? 'html' : Number(code));
  });

  // Only this machine may play.
  const { server, at } = await new Promise<{ server: ReturnType<typeof serve>; at: number }>((done) => {
    const server = serve({ fetch: http.fetch, port, hostname: '127.0.0.1' }, (info) =>
      done({ server, at: info.port }),
    );
  });
  return {
    url: `http://127.0.0.1:${at}`,
    desk: `${own}/can-bo`,
    firstLink: app.firstLink,
    async stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await app.stop();
      await Promise.all([bot.stop(), oa.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
