// What the one HTTP app adds around the pages: nothing secret in the log of a fault.
import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { makeServer } from '../../src/app/server.ts';
import type { DeskEnv } from '../../src/staff/deps.ts';

test('a fault behind a one-time link is logged by its route, not by the link', async () => {
  const desk = new Hono<DeskEnv>();
  desk.get('/moi/:token', () => {
    throw new Error('any fault');
  });
  desk.use(async (_, next) => next());
  const lines: string[] = [];
  const http = makeServer({
    web: new Hono(),
    desk,
    channels: { telegram: undefined, zaloBot: undefined, zaloOa: undefined },
    metrics: new Registry(),
    ready: async () => ({ ok: true, checks: {}, warnings: [] }),
    proxies: 0,
    log: {
      warn: () => undefined,
      error: (data, message) => lines.push(`${message} ${JSON.stringify(data)}`),
    },
  });
  expect((await http.request('/can-bo/moi/secret-token')).status).toBe(500);
  expect(lines.join('\n')).toContain('/can-bo/moi/:token');
  expect(lines.join('\n')).not.toContain('secret-token');
});
