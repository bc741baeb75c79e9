// A stop as a balancer and people meet it: /ready says so while messages are still taken, and those are saved and answered.
import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { startStubServer } from '../support/stub-server.ts';

test('a process that stops says 503 on /ready and takes messages until the balancer has noticed', async () => {
  const app = await startTestApp('sqlite', { DRAIN_SECONDS: '1' });
  let stopped = false;
  const stop = app.stop().then(() => {
    stopped = true;
  });
  const ready = await fetch(`${app.url}/ready`);
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  expect(await ready.json()).toMatchObject({ checks: { database: 'stopping' } });
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
  const posted = await fetch(`${app.url}/chat`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ id: 'sent-while-it-stops', text: 'htx là gì' }),
  });
  expect(posted.status).toBe(303);
  expect(stopped).toBe(false);
  await stop;
  await expect(fetch(`${app.url}/health`)).rejects.toThrow();
  await app.fresh.remove();
});

test('while a poll of Zalo Bot runs out, pages are answered', async () => {
  const [asked, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const zalo = await startStubServer(async ({ path }) => {
    if (!path.endsWith('/getUpdates')) return { json: { ok: true, result: true } };
    asked.resolve();
    await over.promise;
    return { json: { ok: false, error_code: 408, description: 'nothing' } };
  });
  const app = await startTestApp('sqlite', {
    ZALO_BOT_TOKEN: '1:abcdefghijkl',
    ZALO_BOT_API_ROOT: zalo.url,
  });
  await asked.promise;
  const stop = app.stop();
  // Longer than a server that has no draining goes on.
  await new Promise((wake) => setTimeout(wake, 50));
  expect((await fetch(`${app.url}/ready`)).status).toBe(503);
  expect((await fetch(`${app.url}/`)).status).toBe(200);
  over.resolve();
  await stop;
  await expect(fetch(`${app.url}/health`)).rejects.toThrow();
  await zalo.stop();
  await app.fresh.remove();
});
