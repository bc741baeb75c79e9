// A person who floods is asked to slow down once, then left unanswered until they pause; nobody who types is ever stopped.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Pace, paceStep } from '../../../src/conversation/turn/pace.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const start = Date.parse('2026-11-23T03:00:00Z');
const run = (gaps: readonly number[]): string[] => {
  let pace: Pace | undefined;
  let now = start;
  return gaps.map((gap) => {
    now += gap;
    const step = paceStep(pace, new Date(now));
    pace = step.pace;
    return step.may;
  });
};

test('one message a second goes on for ever', () => {
  expect(new Set(run(Array(500).fill(1000)))).toEqual(new Set(['go']));
});

test('of a flood sixty pass, one is told, the rest are dropped; after a pause it goes on', () => {
  const flood = run([...Array(200).fill(0), 6000, 0]);
  expect(flood.filter((m) => m === 'go')).toHaveLength(62);
  expect(flood.filter((m) => m === 'ask-to-slow')).toHaveLength(1);
  expect(flood.slice(-2)).toEqual(['go', 'go']);
});

test('a clock that jumps either way locks nobody out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { maxLength: 50 }), (jumps) => {
      expect(run([...jumps, 60_000]).at(-1)).toBe('go');
    }),
  );
});

test('through the app: a flood makes sixty turns and one request to slow down, another person is answered meanwhile', async () => {
  const flood = Array.from({ length: 100 }, () => app.say('flood', 'chào', { channel: 'telegram' }));
  const other = app.say('other', 'lập htx cần mấy người', { channel: 'telegram' });
  await Promise.all([...flood, other]);
  const turns = await app.db.selectFrom('turn').select('conversation_id').execute();
  const mine = (await flood[0])?.conversationId;
  expect(turns.filter((t) => t.conversation_id === mine)).toHaveLength(60);
  expect(turns.filter((t) => t.conversation_id !== mine)).toHaveLength(1);
  const slow = await app.db
    .selectFrom('outbox')
    .select('id')
    .where('turn_id', 'is', null)
    .where('conversation_id', '=', mine ?? '')
    .execute();
  expect(slow).toHaveLength(1);
});
