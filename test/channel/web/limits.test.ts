// How often a person and an address may post: each limit holds by itself, neither uses up the other's, and memory stays bounded.
import { expect, test } from 'vitest';
import { makeRateLimit, type RateLimit } from '../../../src/http/rate-limit.ts';
import { startTestApp } from '../../support/app.ts';
import { clientOf } from '../../support/http.ts';

const take = (limit: RateLimit, key: string, now: number): boolean => {
  const taken = limit(key, now);
  taken?.();
  return taken !== undefined;
};

test('so many at once, then one by one; asking without taking counts nothing', () => {
  const limit = makeRateLimit(3, 1000);
  for (let i = 0; i < 10; i++) expect(limit('a', 0)).toBeDefined();
  expect([0, 0, 0, 0, 999, 1000, 1001].map((at) => take(limit, 'a', at))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(take(limit, 'b', 1001)).toBe(true);
});

test('a clock set back keeps nobody out until it is there again', () => {
  const limit = makeRateLimit(1, 1000);
  const hour = 3_600_000;
  expect([hour, hour, 0, 999, 1000, 1001].map((at) => take(limit, 'a', at))).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ]);
});

test('keys used once do not pile up, and do not push out one that is used', () => {
  const limit = makeRateLimit(2, 1_000_000, 100);
  let allowed = 0;
  for (let i = 0; i < 5000; i++) {
    take(limit, `once${i}`, i);
    if (take(limit, 'busy', i)) allowed++;
    if (i === 50 || i === 51) take(limit, 'idle', i);
  }
  // The idle one was forgotten: it has all its tokens again.
  expect(take(limit, 'idle', 5000)).toBe(true);
  expect(allowed).toBe(2);
});

test('one address with a new cookie for each message is slowed; another address goes on', async () => {
  const app = await startTestApp('sqlite', { TRUST_PROXY: '1' });
  const post = async (i: number, from: string): Promise<number> =>
    (
      await clientOf(app.http).post(
        '/chat',
        { id: `address-message-${String(i).padStart(4, '0')}`, text: 'chào' },
        { 'x-forwarded-for': from },
      )
    ).status;
  const statuses = await Promise.all(Array.from({ length: 230 }, (_, i) => post(i, '9.9.9.9')));
  expect(statuses.filter((s) => s === 303)).toHaveLength(200);
  expect(statuses.filter((s) => s === 429)).toHaveLength(30);
  expect(await post(1000, '8.8.8.8')).toBe(303);
  await app.close();
}, 60_000);

test('pages, the desk and the numbers are read only so often for one address; health, readiness, what is posted and other addresses are answered', async () => {
  const app = await startTestApp('sqlite', { TRUST_PROXY: '1' });
  const ask = async (path: string, from: string): Promise<number> =>
    (await app.http.request(path, { headers: { 'x-forwarded-for': from } })).status;
  const many = (path: string, n: number): Promise<number[]> =>
    Promise.all(Array.from({ length: n }, () => ask(path, '9.9.9.9')));
  const live = await many('/chat/live', 600);
  expect(live.slice(0, 200)).toEqual(Array(200).fill(204));
  expect(live).toContain(429);
  expect((await many('/', 200)).slice(0, 60)).toEqual(Array(60).fill(200));
  for (const path of ['/', '/metrics', '/can-bo', '/can-bo/vao']) expect(await many(path, 40)).toContain(429);
  for (const path of ['/health', '/ready', '/can-bo/desk.css'])
    expect(new Set(await many(path, 40))).toEqual(new Set([200]));
  const headers = { 'x-forwarded-for': '9.9.9.9' };
  const posted = Array.from({ length: 40 }, () =>
    app.http.request('/can-bo/dang-nhap', { method: 'POST', headers }),
  );
  expect((await Promise.all(posted)).map((r) => r.status)).not.toContain(429);
  expect([await ask('/', '8.8.8.8'), await ask('/metrics', '8.8.8.8')]).toEqual([200, 200]);
  await app.close();
}, 60_000);
