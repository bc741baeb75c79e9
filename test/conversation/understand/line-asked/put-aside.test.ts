// Which lines hang on words that were said not to be meant.
import { expect, test } from 'vitest';
import { linesPutAside } from '../../../../src/conversation/question/denied/put-aside.ts';
import { speaksOfWords } from '../../../../src/conversation/understand/line-asked/put-aside.ts';
import type { Card } from '../../../../src/knowledge/schema/card.ts';

test.each([
  ['Quỹ dự phòng trích sau khi đã nộp thuế.', 'quy du phong', true],
  ['Quỹ dự phòng trích sau khi đã nộp thuế.', 'quỹ dự phòng', true],
  ['Quy định này áp dụng từ tháng 7.', 'quỹ', false],
  ['Trồng mới thì hỏi UBND phường.', 'trong moi', true],
  ['Không phải thành viên thì hỏi hợp tác xã.', 'thành viên', false],
  ['Chưa phải thành viên thì hỏi hợp tác xã.', 'thanh vien', false],
  ['Thành viên góp đủ vốn.', '', false],
])('“%s” speaks of “%s”: %s', (line, words, speaks) => {
  expect(speaksOfWords(line, words)).toBe(speaks);
});

const card = {
  id: 'a',
  answer: 'Mức vay do ngân hàng xét.',
  details: [
    'Hộ nghèo hỏi tổ vay vốn.',
    'Sổ đỏ thì hỏi ngân hàng. Hộ nghèo cũng vậy.',
    'Lãi suất tôi chưa có.',
  ],
  next: 'Ra ngân hàng hỏi.',
} as unknown as Card;

test.each([
  ['nothing is put right', undefined, []],
  ['a word of a first sentence', { denied: ['hộ nghèo'], said: undefined }, [1]],
  ['the one line that was said', { denied: [], said: { card: 'a', lines: [3] } }, [3]],
  ['lines of another answer', { denied: [], said: { card: 'b', lines: [3] } }, []],
  ['the whole answer was said', { denied: [], said: { card: 'a', lines: [0, 1, 2, 3, 4] } }, []],
])('put aside where it was %s', (_, corrects, at) => {
  expect(linesPutAside(corrects ? { corrects } : {}, card)).toEqual(at);
});
