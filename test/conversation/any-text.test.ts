// Whatever a stranger sends gets a reply, in bounded time, and never an exception.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshState, parseState, type State } from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { knowledge, today } from '../support/knowledge.ts';

const registering: State = {
  ...freshState,
  greeted: true,
  flow: {
    flow: 'register',
    kind: 'group',
    step: 'place',
    editing: false,
    tries: 0,
    skipped: [],
    draft: { form: 'tht' },
  },
};
const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\ud800',
    '\u202eabc',
    '👍👍🏽',
    'a\u0300\u0301\u0323',
    '\u200b\u200b',
    '<script>alert(1)</script>',
    '$(operator)',
    'card:',
    '0'.repeat(500),
  ),
  fc.string({ minLength: 200, maxLength: 3000 }),
);

test.each([
  ['idle', { ...freshState, greeted: true }],
  ['registering', registering],
])('any text, %s', (_, start) => {
  fc.assert(
    fc.property(strange, (text) => {
      const talk = talkAlone(knowledge, today, start as State);
      const turn = talk.say({ kind: 'text', text });
      expect(turn.replies.length).toBeGreaterThan(0);
      expect(turn.replies.every((r) => r.blocks.length > 0)).toBe(true);
      expect(parseState(JSON.stringify(turn.state))).toEqual(JSON.parse(JSON.stringify(turn.state)));
    }),
    { numRuns: 300 },
  );
});

test('any choice id', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          'card:nope',
          'quote:nope',
          'no:these',
          'register:send',
          'consent:yes',
          'data:erase',
          'lead:update',
          'edit:name',
          'do:later',
        ),
      ),
      (id) => {
        const turn = talkAlone(knowledge, today).say({ kind: 'choose', id });
        expect(turn.replies.length).toBeGreaterThan(0);
        expect(turn.happened.filter((h) => h.kind !== 'gap')).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('a hundred thousand characters are answered in bounded time', () => {
  const began = performance.now();
  talkAlone(knowledge, today).say({ kind: 'text', text: 'hợp tác xã cần mấy người '.repeat(4000) });
  expect(performance.now() - began).toBeLessThan(5000);
});
