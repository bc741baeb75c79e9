// Where a form was sent from, as the browser says it: a page of ours, a page of another site, hidden, or not said at all.
import type { Context } from 'hono';

type SentFrom = 'ours' | 'another' | 'hidden' | 'not-said';

/** Ours is the address people are told, and whatever host the request itself was sent to. */
export function sentFrom(c: Context, publicUrl: string): SentFrom {
  // No page can change or hide this one; without it, in older browsers, the origin decides.
  if (c.req.header('sec-fetch-site') === 'cross-site') return 'another';
  const origin = c.req.header('origin');
  if (origin === undefined) return 'not-said';
  if (origin === '' || origin === 'null') return 'hidden';
  if (origin === new URL(publicUrl).origin) return 'ours';
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host') ? 'ours' : 'another';
}
