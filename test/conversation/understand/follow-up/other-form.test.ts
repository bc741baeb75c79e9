// The last question asked of the other form of organisation, and nothing else said.
import { expect, test } from 'vitest';
import { cardOfOtherForm } from '../../../../src/conversation/understand/follow-up/other-form.ts';
import { namedIn } from '../../../../src/conversation/understand/named.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['htx-ho-so', 'còn tổ hợp tác thì sao', 'tht-ho-so'],
  ['tht-bao-lau', 'thế htx thì sao', 'htx-bao-lau'],
  ['htx-ho-so', 'còn tổ hợp tác nộp ở đâu', undefined],
  ['htx-ho-so', 'còn gà thì sao', undefined],
])('behind %s, “%s” is %s', (last, text, id) => {
  const card = knowledge.cards.get(last);
  if (!card) throw new Error(last);
  expect(cardOfOtherForm(knowledge, card, namedIn(knowledge, text))?.id).toBe(id);
});
