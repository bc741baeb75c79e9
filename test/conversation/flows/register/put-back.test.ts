// Lines are put back as they stood before a change, and what was taken out is nowhere to be put back from.
import { expect, test } from 'vitest';
import { talkAlone } from '../../../../src/conversation/talk-alone.ts';
import { knowledge, today } from '../../../support/knowledge.ts';

const atSummary = ['dk lap to hop tac', 'hop minh', 'ga', '5', 'dong y', 'Lan', '0912345678', 'chieu'];

function talkTo(...said: string[]) {
  const talk = talkAlone(knowledge, today);
  const turns = [...atSummary, ...said].map((text) => talk.say({ kind: 'text', text }));
  return { state: JSON.stringify(talk.state()), turn: turns.at(-1) };
}

test('a number that was changed comes back', () => {
  expect(talkTo('đổi số thành 0911222444', 'giữ số cũ').turn?.state.flow).toMatchObject({
    draft: { phone: expect.stringContaining('912345678') },
  });
});

test('what is refused does not come back', () => {
  expect(talkTo('đổi số thành 0911222444', 'không dùng số cũ').state).toMatch(/"draft":[^}]*911222444/);
});

test.each([
  ['in the open form', []],
  ['in the form put aside', ['để mai']],
])('taken off, no number stays: %s', (_, aside) => {
  const { state } = talkTo('đổi số thành 0911222444', ...aside, 'xóa số điện thoại của tôi đi');
  expect(state).not.toContain('912345678');
  expect(state).not.toContain('911222444');
});
