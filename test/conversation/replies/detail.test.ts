// A detail asked for behind an answer: which of its lines tell it, and when the whole is said instead.
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/conversation/message.ts';
import { onlyLines } from '../../../src/conversation/replies/detail.ts';
import { tellsWhat } from '../../../src/conversation/understand/follow-up/tells.ts';
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
  expect(tellsWhat(knowledge, asked)(line)).toBe(tells);
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
const texts = (reply: Reply | undefined) => reply?.blocks.flatMap((b) => ('text' in b ? b.text : []));

test('only the line that tells it is said, with its standing and its source', () => {
  const detail = onlyLines(whole, (line) => line.includes('UBND'), noUnits);
  expect(texts(detail)).toEqual(['Lưu ý: giai đoạn đã qua.', 'Báo UBND phường.', 'Căn cứ: Điều 6.']);
  expect(detail?.choices).toEqual(whole.choices);
});

test('where no line tells it, or most do, there is no detail', () => {
  expect(onlyLines(whole, () => false, noUnits)).toBeUndefined();
  expect(onlyLines(whole, (line) => line !== 'Báo UBND phường.', noUnits)).toBeUndefined();
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
  const detail = onlyLines(rows, (line) => line.startsWith('1–10'), unitsIn);
  expect(texts(detail)).toEqual(['1–10 ngày: 6 triệu', '10–45 ngày: 8 triệu']);
});
