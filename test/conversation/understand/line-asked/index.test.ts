// The line of an answer that a message behind it asks for.
import { expect, test } from 'vitest';
import { linesAsked, oddsOfLines } from '../../../../src/conversation/understand/line-asked/index.ts';
import { isSameWord, shareOf } from '../../../../src/conversation/understand/line-asked/likeness.ts';
import { linesOf } from '../../../../src/knowledge/said.ts';
import type { Card } from '../../../../src/knowledge/schema/card.ts';
import { wordsTyped } from '../../../../src/language/words-typed.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['tht-von', 'nhà chỉ có công sức chứ ko có tiền', 'Góp sức'],
  ['tht-von', 'có thêm vốn thì mấy ngày phải báo lại', '10 ngày'],
  ['tht-von', 'đem con trâu góp vào thì tính sao', 'Góp trâu'],
  ['khieu-nai-dang-ky', 'thế nào thì gọi là chậm', 'quá hạn'],
  ['khieu-nai-dang-ky', 'ho chi noi mieng thoi', 'nói miệng'],
  ['htx-la-gi', 'có bị bắt nộp ruộng vào không', 'ruộng'],
])('behind %s “%s” asks for the line of “%s”', (id, message, part) => {
  const card = knowledge.cards.get(id) as Card;
  const { lines } = linesAsked(knowledge, card, message);
  expect(
    lines
      .map((i) => linesOf(card)[i])
      .join('\n')
      .toLowerCase(),
  ).toContain(part.toLowerCase());
});

test.each([
  ['htx-tai-khoan', 'đứng tên tài khoản là ai', 'a card that knows nothing'],
  ['htx-le-phi', 'tới kho bạc hay chỗ nào đóng', 'a card that does not know all'],
])('behind %s “%s” the answer itself stays: it is of %s', (id, message) => {
  expect(linesAsked(knowledge, knowledge.cards.get(id) as Card, message).lines).toContain(0);
});

test('a line for another form is said to whom it is for alone', () => {
  const card = knowledge.cards.get('htx-le-phi') as Card;
  const ofGroups = linesOf(card).findIndex((l) => l.startsWith('Tổ hợp tác'));
  expect(linesAsked(knowledge, card, 'thu lệ phí bao nhiêu').lines).not.toContain(ofGroups);
  expect(linesAsked(knowledge, card, 'tổ hợp tác thì có thu không').lines).toContain(ofGroups);
});

test('odds are shares of one, whatever is typed', () => {
  for (const card of [...knowledge.cards.values()].slice(0, 20))
    for (const message of ['', '???', 'thế ai trả tiền', 'a'.repeat(500)]) {
      const odds = oddsOfLines(knowledge, card, message);
      expect(odds).toHaveLength(linesOf(card).length + 1);
      expect(odds.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      const { lines } = linesAsked(knowledge, card, message);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every((i) => linesOf(card)[i] !== undefined)).toBe(true);
    }
});

test.each([
  ['mạ', 'Mạ mới gieo', true],
  ['ma', 'Mạ mới gieo', true],
  ['mà', 'Mạ mới gieo', false],
])('“%s” and “%s” have one word in common: %s', (ours, theirs, same) => {
  expect(isSameWord('ma', wordsTyped(ours), wordsTyped(theirs))).toBe(same);
});

test('a share is by weight, and nought of nothing', () => {
  const weigh = (item: string) => (item === 'b' ? 3 : 1);
  expect(shareOf(new Set(['a', 'b']), new Set(['b']), weigh)).toBe(0.75);
  expect(shareOf(new Set(), new Set(['b']), weigh)).toBe(0);
});
