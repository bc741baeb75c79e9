// A stop as a balancer and people meet it: /ready says so while messages are still taken, and those are saved and answered.
import { expect, test } from 'vitest';
import { startTestApp } from './support/app.ts';

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
