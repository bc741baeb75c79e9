// The HTTP server with its limits: slow senders are cut off, the number of connections is bounded, and stopping lets what runs finish.
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export type HttpLimits = {
  /** The header must be whole by then; a body too, counted from the first byte of the request. */
  headersMs: number;
  requestMs: number;
  /** How often slow ones are looked for. */
  checkMs: number;
  connections: number;
};
const usual: HttpLimits = { headersMs: 10_000, requestMs: 30_000, checkMs: 2000, connections: 2000 };

export type Listening = {
  port: number;
  /** Takes nothing new, waits for what runs, then closes what is left (live pages) after `ms`. */
  close: (ms: number) => Promise<void>;
};

export function listen(http: Hono, port: number, limits: HttpLimits = usual): Promise<Listening> {
  return new Promise((done, fail) => {
    const server = serve(
      {
        fetch: http.fetch,
        port,
        serverOptions: {
          headersTimeout: limits.headersMs,
          requestTimeout: limits.requestMs,
          connectionsCheckingInterval: limits.checkMs,
          keepAliveTimeout: 5000,
          maxHeaderSize: 16 * 1024,
        },
      },
      (at) => done({ port: at.port, close: (ms) => closing(server, ms) }),
    ) as Server;
    server.maxConnections = limits.connections;
    server.once('error', fail);
  });
}

function closing(server: Server, ms: number): Promise<void> {
  return new Promise((closed) => {
    const cut = setTimeout(() => server.closeAllConnections(), ms);
    server.close(() => {
      clearTimeout(cut);
      closed();
    });
    server.closeIdleConnections();
  });
}
