// Whose request it is: the address of the connection, or what a trusted proxy says it was.
import type { IncomingMessage } from 'node:http';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** Of the person's machine, for limits by address; "unknown" where there is no connection. */
    address: string;
  }
}

/**
 * `proxies` is how many of our own stand in front (TRUST_PROXY). Each adds the address it saw at the end of
 * X-Forwarded-For; everything before those was written by whoever asks and is not believed.
 */
export function addressOf(
  connection: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string {
  const said = (forwarded ?? '').split(',').map((a) => a.trim());
  const trusted = proxies > 0 ? said.at(-proxies) : undefined;
  return (trusted || connection || 'unknown').slice(0, 64);
}

/** Says once when a proxy seems to be there that the settings do not know of: everyone would share one limit. */
export function knowAddress(proxies: number, warn: (message: string) => void): MiddlewareHandler {
  let warned = false;
  return async (c, next) => {
    const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming;
    const forwarded = c.req.header('x-forwarded-for');
    if (forwarded && proxies === 0 && !warned) {
      warned = true;
      warn('X-Forwarded-For is not believed while TRUST_PROXY is 0; behind a proxy set it to 1');
    }
    c.set('address', addressOf(incoming?.socket.remoteAddress, forwarded, proxies));
    await next();
  };
}
