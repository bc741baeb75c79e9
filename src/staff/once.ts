// A button pressed twice does its work once: the same form sent again at once is answered as the first sending was.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { DeskDeps, DeskEnv } from './deps.ts';
import { readForm } from './input.ts';

/** Longer than a slow page takes to come; shorter than anybody needs to mean the same thing anew. */
const rememberedMs = 15_000;
const most = 500;

/**
 * Every form shown carries a value of its own (`_once`), so that two forms alike are two. Only what ended well is
 * remembered, by a hash: a refusal is given again by whoever gave it. One process knows of its own presses alone.
 */
export function once({ clock }: Pick<DeskDeps, 'clock'>): MiddlewareHandler<DeskEnv> {
  const sent = new Map<string, { at: number; ledTo: Promise<string | undefined> }>();
  return async (c, next) => {
    const form = c.req.method === 'POST' ? await readForm(c) : {};
    if (typeof form._once !== 'string') return next();
    const key = createHash('sha256')
      .update(JSON.stringify([c.req.url, form]))
      .digest('base64');
    const now = clock().getTime();
    for (const [old, { at }] of sent) if (now - at > rememberedMs || sent.size >= most) sent.delete(old);
    const ledTo = await sent.get(key)?.ledTo;
    if (ledTo) return c.redirect(ledTo, 303);
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    sent.set(key, { at: now, ledTo: promise });
    try {
      await next();
    } finally {
      resolve(c.res.status === 303 ? (c.res.headers.get('location') ?? undefined) : undefined);
    }
  };
}
