// Who goes and is not content, apart from who complains and asks on, and who goes content.
import { expect, test } from 'vitest';
import { leavesUpset } from '../../../../src/conversation/understand/phrasing/leaves-upset.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['thoi. may moc chan qua. ra phuong hoi vay', true],
  ['thôi, bot chả biết gì, để tôi ra phường hỏi', true],
  ['máy trả lời linh tinh, tôi lên xã hỏi cán bộ', true],
  ['bực mình quá, thôi ra ủy ban cho nhanh', true],
  ['hỏi máy phí thời gian, mai tôi ra ngân hàng', true],
  ['chán lắm, thôi không hỏi nữa', true],
  ['trả lời chả đúng. tôi đi hỏi người khác', true],
  ['thôi chán quá, cho hỏi vay ở đâu', false],
  ['chán quá, ra phường nộp giấy gì', false],
  ['máy trả lời sai rồi, hỏi lại câu vay vốn', false],
  ['tôi ra phường hỏi rồi mà họ không biết', false],
  ['thôi để tôi ra phường hỏi', false],
  ['chán quá', false],
  ['máy cày chán quá, ra ngân hàng vay được không', false],
])('“%s” goes and is not content: %s', (text, upset) => {
  expect(leavesUpset(knowledge, text)).toBe(upset);
});
