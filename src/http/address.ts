// Whose request it is, as limits count: the address of the connection, or what a trusted proxy says it was.
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** The household of the person's machine, for limits by address; "unknown" where there is no connection. */
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
  return householdOf(trusted || connection || 'unknown').slice(0, 64);
}

/**
 * What one household has to itself: an IPv4 address, or the first half of an IPv6 address, behind which it may use
 * 2^64 others. A port that a proxy adds is cut off, and IPv4 written as IPv6 is IPv4.
 */
export function householdOf(written: string): string {
  // As a socket for both kinds tells it: nearly every request.
  const mapped = /^::ffff:([\d.]+)$/.exec(written)?.[1];
  if (mapped && isIP(mapped) === 4) return mapped;
  const bare =
    /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ??
    /^([\d.]+):\d+$/.exec(written)?.[1] ??
    written.split('%')[0] ??
    '';
  if (isIP(bare) !== 6) return bare;
  if (bare === '::1') return '127.0.0.1';
  const [begin = '', end] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const middle = end === undefined ? 0 : 8 - groups(begin).length - groups(end).length;
  const all = [...groups(begin), ...Array<string>(middle).fill('0'), ...groups(end)];
  if (all.slice(0, 6).join(':') === '0:0:0:0:0:ffff')
    return all
      .slice(6)
      .flatMap((g) => [Number.parseInt(g, 16) >> 8, Number.parseInt(g, 16) & 255])
      .join('.');
  return `${all.slice(0, 4).join(':')}::/64`;
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
