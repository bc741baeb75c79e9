// A detail asked for behind an answer: which of its lines tell it, and when the whole is said instead.
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/conversation/message.ts';
import { linesInstead, onlyLines } from '../../../src/conversation/replies/detail.ts';
import { readerOf, tellsAsked } from '../../../src/conversation/understand/follow-up/tells.ts';
import { knowledge } from '../../support/knowledge.ts';

test.for([
  ['mất bao lâu', 'Trong thời hạn 03 ngày làm việc thì được cấp giấy.', true],
  ['mat bao lau', 'Hợp tác xã cần ít nhất 05 thành viên.', false],
  ['báo ai', 'Báo UBND phường chỗ bị thiệt hại.', true],
  ['bao ai', 'Mức tính cho mỗi héc-ta.', false],
  ['được mấy đồng', 'Trên 70% được 6 triệu đồng/ha.', true],
  ['phải góp vốn ko', 'Góp vốn bằng tiền hay đất đều được.', true],
  ['thật không', 'Trên 70% được 6 triệu đồng/ha.', false],
] as const)('of %s the line “%s” tells: %s', ([asked, line, tells]) => {
  expect(tellsAsked(knowledge, asked)(readerOf(knowledge)(line))).toBe(tells);
});

const whole: Reply = {
  blocks: [
    { kind: 'warn', text: 'Lưu ý: giai đoạn đã qua.' },
    { kind: 'strong', text: 'Lợn được 40.000 đồng/kg.' },
    { kind: 'detail', text: 'Cân lúc còn sống.' },
    { kind: 'detail', text: 'Phải có xét nghiệm.' },
    { kind: 'say', text: 'Báo UBND phường.' },
    { kind: 'note', text: 'Căn cứ: Điều 6.' },
  ],
  choices: [{ id: 'do:staff', label: 'Gặp cán bộ' }],
};
const noUnits = () => [];
const texts = (blocks: Reply['blocks']) => blocks.map((b) => b.text);

test('only the lines asked for are said, the likeliest first and strong', () => {
  const blocks = onlyLines(whole, ['Báo UBND phường.', 'Lợn được 40.000 đồng/kg.'], noUnits);
  expect(blocks).toEqual([
    { kind: 'strong', text: 'Báo UBND phường.' },
    { kind: 'detail', text: 'Lợn được 40.000 đồng/kg.' },
  ]);
});

test('what is always said stays', () => {
  const blocks = onlyLines(whole, ['Cân lúc còn sống.'], noUnits, ({ kind }) => kind === 'say');
  expect(texts(blocks)).toEqual(['Cân lúc còn sống.', 'Báo UBND phường.']);
});

test('lines stand where the answer stood, between its warnings and its sources', () => {
  const blocks = linesInstead(whole, onlyLines(whole, ['Cân lúc còn sống.'], noUnits));
  expect(texts(blocks)).toEqual(['Lưu ý: giai đoạn đã qua.', 'Cân lúc còn sống.', 'Căn cứ: Điều 6.']);
});

test('rows of one table are said together', () => {
  const rows: Reply = {
    ...whole,
    blocks: ['1–10 ngày: 6 triệu', '10–45 ngày: 8 triệu', 'Báo phường.', 'Hỏi hạn.', 'Có đơn.'].map(
      (text) => ({
        kind: 'detail',
        text,
      }),
    ),
  };
  const unitsIn = (line: string) => (line.includes('triệu') ? ['đồng'] : []);
  expect(texts(onlyLines(rows, ['10–45 ngày: 8 triệu'], unitsIn))).toEqual([
    '10–45 ngày: 8 triệu',
    '1–10 ngày: 6 triệu',
  ]);
});
