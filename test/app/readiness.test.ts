// What /ready says when the database hangs: as soon as its own check is over, whatever the channels still wait for.
import { expect, test } from 'vitest';
import { readiness } from '../../src/app/readiness.ts';
import type { ChannelState } from '../../src/channel/health.ts';
import type { Channel } from '../../src/conversation/message.ts';

const never = new Promise<never>(() => undefined);
const known = Promise.resolve(
  new Map<Channel, ChannelState>([['zalo-oa', { ok: false, what: 'quota', detail: 'none left' }]]),
);
const ready = (database: string, states: Promise<Map<Channel, ChannelState>>, stopping = false) =>
  readiness({
    stopping,
    watch: { check: async () => database, free: async () => undefined },
    channels: { states: () => states },
    operator: { missing: () => [] },
    retention: { doubt: () => undefined },
    mistakes: 0,
  });

test('channels that are known are told; those that wait for the database hold nothing up', async () => {
  expect(await ready('ok', known)).toEqual({
    ok: true,
    checks: { database: 'ok', knowledge: 'ok', 'zalo-oa': 'none left' },
    warnings: ['channel zalo-oa: none left'],
  });
  expect(await ready('unreachable', known)).toMatchObject({ ok: false, checks: { 'zalo-oa': 'none left' } });
  const warnings = ['channels not known: the database did not answer'];
  const began = performance.now();
  expect(await ready('unreachable', never)).toMatchObject({ ok: false, warnings });
  expect(performance.now() - began).toBeLessThan(900);
  expect(await ready('ok', never)).toMatchObject({ ok: true, warnings });
  expect(await ready('ok', Promise.reject(new Error('gone')))).toMatchObject({ ok: true, warnings });
});

test('a stop is no trouble of the channels, though the database is not asked', async () => {
  const later = new Promise((wake) => setTimeout(wake, 20)).then(() => known);
  expect(await ready('ok', later, true)).toMatchObject({
    ok: false,
    checks: { database: 'stopping' },
    warnings: ['channel zalo-oa: none left'],
  });
});
