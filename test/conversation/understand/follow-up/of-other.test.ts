// Cards about another thing, cause, event or form than was told stand behind, unless the message names that other one.
import { expect, test } from 'vitest';
import { behindTold } from '../../../../src/conversation/understand/follow-up/of-other.ts';
import { knowledge } from '../../../support/knowledge.ts';

const near = (first: string, second: string) => [
  { id: first, score: 0.7 },
  { id: second, score: 0.6 },
];

test.each([
  ['thế là mất trắng à', { thing: ['vật nuôi'] }, 'nd9-lua', 'dich-vat-nuoi-khac'],
  ['một ha được mấy triệu', { thing: ['rừng'] }, 'nd9-rau-mau', 'nd9-rung'],
  ['chỉ muốn nhận lại tiền', { event: ['người đã mất'] }, 'rut-khoi-htx', 'chuyen-nhuong-von'],
  ['đăng ký hết bao nhiêu', { form: ['tht'] }, 'htx-le-phi', 'tht-le-phi'],
])('“%s” after %j is not about %s', (message, told, other, own) => {
  expect(behindTold(knowledge, message, told, near(other, own))[0]?.id).toBe(own);
});

test.each([
  ['lúa mất trắng thì sao', { thing: ['vật nuôi'] }, 'nd9-lua', 'dich-vat-nuoi-khac'],
  ['xin ra khỏi thì làm đơn gì', { event: ['người đã mất'] }, 'rut-khoi-htx', 'chuyen-nhuong-von'],
  ['htx thì hết bao nhiêu', { form: ['tht'] }, 'htx-le-phi', 'tht-le-phi'],
  ['193 cũng thế à', { form: ['tht'] }, 'nghi-dinh-193-con-khong', 'nghi-dinh-77-con-khong'],
  ['còn cây khác thì sao', { thing: ['lúa'] }, 'nd9-rau-mau', 'nd9-lua'],
  ['thế là mất trắng à', { form: ['tht', 'htx'] }, 'htx-le-phi', 'tht-le-phi'],
])('“%s” after %j may be about %s', (message, told, other, own) => {
  expect(behindTold(knowledge, message, told, near(other, own))[0]?.id).toBe(other);
});

test('nothing told, nothing moved; what is surely meant stays sure', () => {
  const hits = near('nd9-lua', 'nd9-rung');
  expect(behindTold(knowledge, 'được bao nhiêu', undefined, hits)).toBe(hits);
  const sure = [{ id: 'nd9-lua', score: 0.995 }];
  expect(behindTold(knowledge, 'được bao nhiêu', { thing: ['rừng'] }, sure)[0]?.score).toBeGreaterThan(0.95);
});
