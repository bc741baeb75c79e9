// Whatever a stranger sends gets a reply, in bounded time, and never an exception.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  freshState,
  parseState,
  type RegisterFlow,
  registerSteps,
  type State,
} from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { knowledge, today } from '../support/knowledge.ts';

const idle: State = { ...freshState, greeted: true };
const draft = { form: 'tht' as const, placeText: 'phường Yên Bái', members: 4 };
const inStep = (step: RegisterFlow['step'], kind: RegisterFlow['kind'] = 'group'): State => ({
  ...idle,
  flow: { flow: 'register', kind, step, editing: false, tries: 0, skipped: [], draft },
});
const afterAnswer = talkAlone(knowledge, today, idle).say({ kind: 'text', text: 'htx cần mấy người' }).state;
const choosing = talkAlone(knowledge, today, idle).say({ kind: 'text', text: 'hỗ trợ' }).state;
/** Every place a dialogue can stand at. */
const states: [string, State][] = [
  ['never greeted', freshState],
  ['idle', idle],
  ['after an answer', afterAnswer],
  ['choosing', choosing],
  ['told much', { ...afterAnswer, told: { place: 'minh-bao', product: 'che', members: 4, form: 'htx' } }],
  ...registerSteps.map((step): [string, State] => [`register: ${step}`, inStep(step)]),
  ...(['consent', 'name', 'phone', 'time', 'summary'] as const).map((step): [string, State] => [
    `callback: ${step}`,
    inStep(step, 'callback'),
  ]),
  ['my data', { ...idle, flow: { flow: 'my-data', step: 'show' } }],
  ['sure to erase', { ...idle, flow: { flow: 'my-data', step: 'confirm-erase' } }],
];
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
    'x'.repeat(5000),
    '1234567890'.repeat(20),
    'hợp tác xã cần mấy người'.normalize('NFD'),
    'h\u200bt\u200dx c\ufeffần m\u00adấy người',
    '\u0000\u0007\u001b[31m',
    '\ud83d',
    'không, ý tôi là',
    'cảm ơn em, ',
    'sửa',
    'còn gì nữa không',
    'nghĩa là sao',
    'thế còn',
    'forget:all',
    'ba bốn năm sáu bảy tám chín mười',
  ),
  fc.string({ minLength: 200, maxLength: 3000 }),
);

test.each(states)('any text, %s', (_, start) => {
  fc.assert(
    fc.property(strange, strange, (text, next) => {
      const talk = talkAlone(knowledge, today, start);
      for (const said of [text, next]) {
        const turn = talk.say({ kind: 'text', text: said });
        expect(turn.replies.length).toBeGreaterThan(0);
        expect(turn.replies.every((r) => r.blocks.length > 0 && r.blocks.every((b) => b.text !== ''))).toBe(
          true,
        );
        expect(turn.replies.at(-1)?.choices.length ?? 0).toBeLessThan(12);
        expect(parseState(JSON.stringify(turn.state))).toEqual(JSON.parse(JSON.stringify(turn.state)));
      }
    }),
    { numRuns: 15 },
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
          'forget:place',
          'forget:all',
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

test('a hundred thousand characters are read to their bound, in every state', () => {
  const long = 'hợp tác xã cần mấy người '.repeat(4000);
  for (const [, start] of states) {
    const turn = talkAlone(knowledge, today, start).say({ kind: 'text', text: long });
    expect(turn.replies.length).toBeGreaterThan(0);
    // What is kept is cut, so that work behind it is bounded as well.
    expect(JSON.stringify(turn.state).length).toBeLessThan(6000);
    expect((turn.kept.said ?? '').length).toBeLessThanOrEqual(1000);
  }
});
