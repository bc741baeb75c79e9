// Two things of one kind named side by side: what is asked is asked of each, unless one card answers for both.
import { describe, expect, test } from 'vitest';
import { sideBySide } from '../../../../src/conversation/understand/two-questions/side-by-side.ts';
import { knowledge } from '../../../support/knowledge.ts';

const both: readonly (readonly [string, string, string])[] = [
  ['1804 khác gì 167', 'qd1804-la-gi', 'qd167-la-gi'],
  ['so sánh nd 113/2024 với nd 98/2018', 'nghi-dinh-113-la-gi', 'nd98-la-gi'],
  ['qđ 1804 và nq 06 hết hạn chưa', 'qd1804-', 'nq06-con-hieu-luc'],
  ['htx va tht can may nguoi', 'htx-so-nguoi', 'tht-so-nguoi'],
  ['lua voi ngo bi ngap duoc may dong', 'nd9-lua', 'nd9-rau-mau'],
  ['kế hoạch 209 đến 2030 và 2045 đặt ra bao nhiêu tổ', 'kh209-2030', 'kh209-2045'],
];
const one = [
  'htx cần mấy người',
  'lập tổ hay htx thì hơn',
  'so sánh tổ hợp tác với hợp tác xã',
  'tổ mình trồng chè và quế muốn vay vốn',
  'nghị định 113/2024 nói gì',
  'giai đoạn 2021-2025 và sau đó',
  '',
];

describe('sideBySide', () => {
  test.each(both)('%s', (text, first, second) => {
    const cards = sideBySide(knowledge, text, {})?.map((p) => p.card) ?? [];
    expect(cards[0]).toMatch(new RegExp(`^${first}`));
    expect(cards[1]).toMatch(new RegExp(`^${second}`));
  });
  test.each(one)('one question: %s', (text) => {
    expect(sideBySide(knowledge, text, {})).toBeUndefined();
  });
});
