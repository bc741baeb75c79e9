// How often one address may ask for what is read from the database: beyond it a small page that reads nothing, so that nobody else waits.
import type { MiddlewareHandler } from 'hono';
import type { html } from 'hono/html';
import { makeRateLimit } from './rate-limit.ts';

/** A household's, an office's or a mobile network's readers at once, then ten a second: a long talk takes ten milliseconds to make. */
export const pageReads = { burst: 60, everyMs: 100 };
/** Live pages begin anew all at once when a process has been started; each asks only whether anything is new. */
export const liveReads = { burst: 200, everyMs: 50 };

/** By the process's own time: a clock that is set back or on changes nothing. What is posted is let through: what somebody wrote would be lost. */
export function limitReads(
  { burst, everyMs }: { burst: number; everyMs: number },
  refusal: () => ReturnType<typeof html>,
): MiddlewareHandler {
  const perAddress = makeRateLimit(burst, everyMs);
  return async (c, next) => {
    // Only a request that came over no network has no address.
    if (c.req.method === 'POST' || c.get('address') === 'unknown') return next();
    const take = perAddress(c.get('address'), performance.now());
    if (!take) {
      c.header('Retry-After', '3');
      return c.html(refusal(), 429);
    }
    take();
    return next();
  };
}
