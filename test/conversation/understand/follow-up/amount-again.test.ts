// Behind an answer about money, what asks after that money alone.
import { expect, test } from 'vitest';
import { isAmountAgain } from '../../../../src/conversation/understand/follow-up/amount-again.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['nd9-rung', 'được mấy tiền', true],
  ['nd98-ha-tang', 'tối đa bao nhiêu', true],
  ['nd9-lua', 'thế bao nhiêu một ha ạ', true],
  ['nd9-lua', 'mạ thì bao nhiêu', false],
  ['nd9-lua', 'được bao nhiêu ngày', false],
  ['htx-ho-so', 'được bao nhiêu', false],
])('behind %s, “%s” asks its amount again: %s', (last, text, again) => {
  const card = knowledge.cards.get(last);
  if (!card) throw new Error(last);
  expect(isAmountAgain(card, text)).toBe(again);
});
