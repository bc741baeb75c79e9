// An answer that counts or speaks of one thing alone is none for another that is named.
import { expect, it } from 'vitest';
import { isOfOther } from '../../../../src/conversation/understand/loss/of-other.ts';
import { knowledge } from '../../../support/knowledge.ts';

it.each([
  ['lon-chet-khong-do-dich', 'bão làm sập chuồng chết 1 con bò', true],
  ['lon-chet-khong-do-dich', 'lũ cuốn mất 300 con gà', true],
  ['lon-chet-khong-do-dich', 'lợn với gà chết do lũ', false],
  ['lon-chet-khong-do-dich', 'sập chuồng chết hết', false],
  ['nd9-lua', 'còn 5000 m² ngô', true],
  ['nd9-lua', 'lúa ngập 2000 m²', false],
  ['nop-don-xin-ho-tro', 'nhà tôi nuôi bò', false],
])('%s: %s: %s', (id, message, other) => {
  const card = knowledge.cards.get(id);
  if (!card) throw new Error(`no card ${id}`);
  expect(isOfOther(knowledge, card, message)).toBe(other);
});
