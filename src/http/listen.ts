// The HTTP server with its limits: slow senders are cut off, connections are bounded in all and for each address, and stopping lets what runs finish.
import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpBindings, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { householdOf } from './address.ts';
import { makeSlots } from './slots.ts';

export type HttpLimits = {
  /** The header must be whole by then; a body too, counted from the first byte of the request. */
  headersMs: number;
  requestMs: number;
  /** How often slow ones are looked for. */
  checkMs: number;
  connections: number;
  /** From one address; that of our own proxy, which all come through, must not be counted. */
  fromOne: number;
  /** More than `connections` for this machine itself: whoever watches it is answered in a flood too, and nobody else, since a proxy may stand on it. */
  kept: number;
  /** On those a request is sent at once. */
  keptMs: number;
};
const usual: HttpLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 2000,
  connections: 2000,
  fromOne: 200,
  kept: 50,
  keptMs: 1000,
};

export type Listening = {
  port: number;
  /** Until `drained` answers on, each connection for the last time; then takes nothing new, waits for what runs, and closes what is left (live pages) after `graceMs`. */
  close: (graceMs: number, drained?: Promise<unknown>) => Promise<void>;
};

export function listen(http: Hono, port: number, changed: Partial<HttpLimits> = {}): Promise<Listening> {
  const limits = { ...usual, ...changed };
  const spare = new WeakSet<Socket>();
  const fetch: Hono['fetch'] = (request, env, context) =>
    spare.has((env as HttpBindings).incoming.socket) && !watched.has(new URL(request.url).pathname)
      ? new Response('Too many connections', {
          status: 503,
          headers: { Connection: 'close', 'Retry-After': '3' },
        })
      : http.fetch(request, env, context);
  return new Promise((done, fail) => {
    const server = serve(
      {
        fetch,
        port,
        serverOptions: {
          headersTimeout: limits.headersMs,
          requestTimeout: limits.requestMs,
          connectionsCheckingInterval: limits.checkMs,
          keepAliveTimeout: 5000,
          maxHeaderSize: 16 * 1024,
        },
      },
      (at) => done({ port: at.port, close: (...ms) => closing(server, ...ms) }),
    ) as Server;
    bound(server, limits, spare);
    server.once('error', fail);
  });
}

const thisMachine = '127.0.0.1';
const watched = new Set(['/health', '/ready', '/metrics']);

/** `spare`: connections that only whoever watches may use. */
function bound(server: Server, limits: HttpLimits, spare: WeakSet<Socket>): void {
  const { connections, fromOne, kept, keptMs } = limits;
  const slots = makeSlots();
  server.on('connection', (socket: Socket) => {
    const from = householdOf(socket.remoteAddress ?? 'unknown');
    const local = from === thisMachine;
    const usually = slots.take([
      { name: 'all', most: connections },
      ...(local ? [] : [{ name: from, most: fromOne }]),
    ]);
    const leave = usually ?? (local ? slots.take([{ name: 'all', most: connections + kept }]) : undefined);
    if (!leave) return void socket.destroy();
    socket.once('close', leave);
    if (usually) return;
    spare.add(socket);
    const silent = setTimeout(() => socket.destroy(), keptMs);
    socket.once('data', () => clearTimeout(silent)).once('close', () => clearTimeout(silent));
  });
}

/** A connection just opened has not sent its request yet. */
const lingerMs = 200;

/** Whoever keeps a connection and sends on it just as it is closed would be reset, and not know what became of the message. */
async function closing(server: Server, graceMs: number, drained?: Promise<unknown>): Promise<void> {
  const began = performance.now();
  server.prependListener('request', (_, answer) => answer.setHeader('Connection', 'close'));
  await drained;
  const drainedMs = performance.now() - began;
  // Takes no new connection; the HTTP server's own would end those that are open and idle at once.
  const closed = new Promise<void>((done) => NetServer.prototype.close.call(server, () => done()));
  await sleep(Math.min(drainedMs, lingerMs));
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearTimeout(cut);
}
