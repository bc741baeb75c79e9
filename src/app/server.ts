// One Hono app: web chat, webhooks, staff desk, health, metrics; the same security headers on everything.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import type { Registry } from 'prom-client';
import { notFoundPage, tooManyPage, troublePage } from '../channel/web/refusals.ts';
import type { Webhook } from '../channel/webhook.ts';
import { faultOf } from '../database/faults.ts';
import { knowAddress } from '../http/address.ts';
import { limitReads, liveReads, pageReads } from '../http/limit-reads.ts';
import type { DeskEnv } from '../staff/deps.ts';
import { deskFiles } from '../staff/desk.ts';
import type { Channels } from './channels.ts';
import type { Readiness } from './readiness.ts';

type ServerDeps = {
  web: Hono;
  desk: Hono<DeskEnv>;
  channels: Pick<Channels, 'telegram' | 'zaloBot' | 'zaloOa'>;
  metrics: Registry;
  ready: () => Promise<Readiness>;
  /** Proxies in front whose X-Forwarded-For is believed. */
  proxies: number;
  log: {
    warn: (data: object, message: string) => void;
    error: (data: object, message: string) => void;
  };
};

export function makeServer(deps: ServerDeps): Hono {
  const app = new Hono();
  app.use(knowAddress(deps.proxies, (message) => deps.log.warn({}, message)));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );

  const limit = limitReads(pageReads, tooManyPage);
  const unlimited = new Set(deskFiles.map(([name]) => `/can-bo/${name}`));
  for (const path of ['/', '/metrics', '/can-bo/*'])
    app.use(path, (c, next) => (unlimited.has(c.req.path) ? next() : limit(c, next)));
  app.use('/chat/live', limitReads(liveReads, tooManyPage));

  app.get('/health', (c) => c.json({ ok: true }));
  app.get('/ready', async (c) => {
    const state = await deps.ready();
    return c.json(state, state.ok ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await deps.metrics.metrics(), 200, { 'Content-Type': deps.metrics.contentType }),
  );

  const { telegram, zaloBot, zaloOa } = deps.channels;
  /** Each channel reads its own proof from its own header, and the body only when it wants it: a stranger's is not read where the header tells. */
  const webhook = (path: string, header: string, maxSize: number, take: Webhook | undefined): void => {
    const limit = bodyLimit({ maxSize });
    app.post(path, async (c) => {
      if (!take) return c.json({ ok: false, error: 'this channel is not set up' }, 404);
      const body = async (): Promise<string> => {
        // Where the length is told the limit needs no body: reading it as a stream costs more than all the rest of the way in.
        const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length');
        if (length === undefined) await limit(c, async () => undefined);
        else if (Number(length) > maxSize) throw new HTTPException(413);
        return c.req.text();
      };
      const status = await take(c.req.header(header), body, (name) => c.req.header(name));
      return c.json({ ok: status === 200 }, status);
    });
  };
  webhook('/webhook/telegram', 'x-telegram-bot-api-secret-token', 1024 * 1024, telegram?.webhook);
  webhook('/webhook/zalo-bot', 'x-bot-api-secret-token', 1024 * 1024, zaloBot?.webhook);
  // Signed as a whole, so that a stranger's is read too; an event holds 2,000 characters of text and some addresses.
  webhook('/webhook/zalo-oa', 'x-zevent-signature', 128 * 1024, zaloOa?.webhook);

  app.route('/can-bo', deps.desk);
  app.route('/', deps.web);

  app.notFound((c) => c.html(notFoundPage(), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 413)
      return c.text('Tin gửi dài quá. Bạn gửi lại ngắn hơn.', 413);
    const fault = faultOf(error);
    if (fault) {
      c.header('Retry-After', '10');
      return c.html(troublePage(), 503);
    }
    // The route and not the path: a one-time link stands in the path.
    deps.log.error(
      { route: routePath(c), method: c.req.method, reason: String(error).slice(0, 200) },
      'request failed',
    );
    return c.html(troublePage(), 500);
  });
  return app;
}
