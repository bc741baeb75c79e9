// Where a form says it was sent from; the desk takes ours and what is not said, the chat what is hidden too.
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { sentFrom } from '../../src/http/sent-from.ts';

const app = new Hono().get('/', (c) => c.text(sentFrom(c, 'https://hoi.example/')));

test.each([
  ['https://hoi.example', 'ours'],
  ['http://localhost:3000', 'ours'],
  ['https://evil.example', 'another'],
  ['http://hoi.example', 'another'],
  ['https://hoi.example.evil.example', 'another'],
  ['no address', 'another'],
  ['null', 'hidden'],
  [undefined, 'not-said'],
])('%s: %s', async (origin, from) => {
  const headers = { host: 'localhost:3000', ...(origin === undefined ? {} : { origin }) };
  expect(await (await app.request('/', { headers })).text()).toBe(from);
});

test.each([
  ['null', 'cross-site', 'another'],
  [undefined, 'cross-site', 'another'],
  ['null', 'same-origin', 'hidden'],
  ['https://hoi.example', 'cross-site', 'another'],
  ['https://hoi.example', 'same-origin', 'ours'],
])('%s, fetched as %s: %s', async (origin, site, from) => {
  const headers = { host: 'localhost:3000', 'sec-fetch-site': site, ...(origin ? { origin } : {}) };
  expect(await (await app.request('/', { headers })).text()).toBe(from);
});
