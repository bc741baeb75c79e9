// The OA when its token endpoint hangs or is slow: a send ends in time and posts nothing afterwards, and a stop loses no token.
import { afterEach, expect, test } from 'vitest';
import { makeHealth } from '../../../src/channel/health.ts';
import { zaloOaSender } from '../../../src/channel/zalo-oa/send.ts';
import { startTestApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/databases.ts';
import { type StubServer, startStubServer } from '../../support/stub-server.ts';

const wait = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));
let stub: StubServer;
afterEach(() => stub.stop());

test('a send that waits for a token too long gives up, and posts nothing when the token comes', async () => {
  let posted = 0;
  stub = await startStubServer(async () => {
    posted++;
    return { json: { error: 0, message: 'Success', data: {} } };
  });
  const sender = zaloOaSender({
    secrets: [],
    apiRoot: stub.url,
    tokens: {
      access: () => wait(3000).then(() => ({ token: 'late' })),
      trouble: async () => undefined,
      settled: async () => undefined,
    },
    form: { title: '', hint: '', picture: '' },
    health: makeHealth(),
    clock: () => new Date('2026-11-28T00:00:00Z'),
    left: async () => undefined,
  });
  const reply = { blocks: [{ kind: 'say' as const, text: 'x' }], choices: [] };
  const seenAt = '2026-11-28T00:00:00Z';
  const began = performance.now();
  expect(await sender.send('1', reply, { seenAt, signal: AbortSignal.timeout(100) })).toMatchObject({
    kind: 'later',
  });
  expect(performance.now() - began).toBeLessThan(2900);
  await wait(3200);
  expect(posted).toBe(0);
  expect(await sender.send('1', reply, { seenAt, signal: AbortSignal.timeout(20_000) })).toEqual({
    kind: 'sent',
  });
});

test('stopped while its token is renewed, the next start has the new one', async () => {
  let refresh = 'r0';
  let given = 0;
  const refused: string[] = [];
  stub = await startStubServer(async ({ path, body }) => {
    if (!path.includes('access_token')) return { json: { error: 0, data: {} } };
    if (body.refresh_token !== refresh) {
      refused.push(String(body.refresh_token));
      return { json: { error: -14020, error_name: 'Invalid refresh token' } };
    }
    refresh = `r${++given}`;
    const pair = { access_token: `a${given}`, refresh_token: refresh, expires_in: '90000' };
    await wait(1000);
    return { json: pair };
  });
  const fresh = await freshDatabase('sqlite');
  const env = {
    ZALO_OA_APP_ID: '1',
    ZALO_OA_APP_SECRET: 's',
    ZALO_OA_SECRET_KEY: 'k',
    ZALO_OA_REFRESH_TOKEN: 'r0',
    ZALO_OA_API_ROOT: stub.url,
    ZALO_OA_OAUTH_ROOT: stub.url,
  };
  const one = await startTestApp('sqlite', env, fresh);
  await expect.poll(() => given).toBe(1);
  await one.stop();
  const two = await startTestApp('sqlite', env, fresh);
  await wait(500);
  expect(refused).toEqual([]);
  expect(await (await two.http.request('/ready')).text()).toContain('"zalo-oa":"token to be renewed');
  await two.stop();
  await fresh.remove();
});
