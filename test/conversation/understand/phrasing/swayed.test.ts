// Whose a thing was and what is only feared do not sway how a question is read; a quarrel, a theft and a danger are heard as before.
import { expect, test } from 'vitest';
import { urgentIn } from '../../../../src/conversation/distress/urgent.ts';
import { bandOf } from '../../../../src/conversation/understand/bands.ts';
import { unswayed } from '../../../../src/conversation/understand/phrasing/swayed.ts';
import { knowledge } from '../../../support/knowledge.ts';

const meant = (text: string): string | undefined => {
  const band = bandOf(knowledge, knowledge.search.rank(unswayed(knowledge, text)));
  return band.kind === 'cue' ? band.cue.id : band.kind === 'card' ? band.card.id : undefined;
};

test.each([
  ['máy phát mua lại của anh hàng xóm có được tính vào không', 'máy phát mua lại có được tính vào không'],
  ['quỹ tổ em thì ai cầm, sợ nó tiêu bậy', 'quỹ tổ em thì ai cầm'],
  ['tiền chung của tổ nên để ai giữ, chỉ lo ông tổ trưởng lấy', 'tiền chung của tổ nên để ai giữ'],
])('%s: is read as “%s”', (text, read) => {
  const only = unswayed(knowledge, text);
  expect([text, read]).toContain(only);
  expect(meant(text)).not.toBe('dat-dai-tranh-chap');
  expect(meant(text)).not.toBe('lay-tien-chung');
});

test.each([
  ['ông hàng xóm xây tường lấn sang đất nhà em', 'dat-dai-tranh-chap'],
  ['hang xom chat cay o ranh dat nha toi', 'dat-dai-tranh-chap'],
  ['tranh chấp ranh đất với nhà hàng xóm thì ai giải quyết', 'dat-dai-tranh-chap'],
  ['mua ruộng của ông chú họ không có giấy giờ làm sổ được không', 'dat-dai-tranh-chap'],
  ['kế toán tổ em lấy tiền quỹ tiêu hết rồi', 'lay-tien-chung'],
  ['tổ trưởng ăn chặn tiền của cả tổ thì làm gì', 'lay-tien-chung'],
])('%s: still %s', (text, id) => expect(meant(text)).toBe(id));

test.each([
  'tổ trưởng ôm quỹ thì báo ai, sợ nó ôm quỹ bỏ trốn rồi',
  'ai giữ tiền của tổ, thủ quỹ lấy mất rồi',
  'ai giữ tiền của tổ, sợ ông ấy đã tiêu hết',
])('what happened stays: %s', (text) => expect(unswayed(knowledge, text)).toBe(text));

test.each([
  ['lừa đảo qua điện thoại thì trình báo ở đâu', true],
  ['gap ke lua dao thi bao ai', true],
  ['tố cáo bọn lừa đảo', true],
  ['bị lừa thì gọi ai', true],
  ['ruong lua dao on bao ai', false],
  ['lua dao on thi bao ai', false],
  ['lúa đạo ôn thì báo ai', false],
  ['mất lúa thì báo cho ai', false],
])('who wants to report a fraud is told where: %s: %s', (text, urgent) => {
  expect(urgentIn(knowledge, text)?.once === true).toBe(urgent);
});
