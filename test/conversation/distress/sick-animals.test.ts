// An animal ill with what spreads, told as happening now, apart from questions about money, vaccines and what people call so.
import { expect, test } from 'vitest';
import { tellsSickAnimals } from '../../../src/conversation/distress/sick-animals.ts';
import { fold } from '../../../src/language/fold.ts';
import { knowledge } from '../../support/knowledge.ts';

test.each([
  ['bò bị lở mồm long móng, gọi ai', true],
  ['bò nhà em lở mồm long móng', true],
  ['trâu nhà tôi mắc bệnh lở mồm', true],
  ['hai con bò cái nghi bị nổi cục', true],
  ['lợn nhà mình dính dịch tả rồi', true],
  ['đàn gà nhà em bị cúm', true],
  ['vịt nhà cháu mấy hôm nay chết hàng loạt', true],
  ['lợn của xóm tôi đang chết rải rác', true],
  ['dê bị tụ huyết trùng', true],
  ['trâu nhà em ốm cả đàn, làm sao bây giờ', true],
  ['lợn bị dịch tả được đền bao nhiêu', false],
  ['tiêm phòng lở mồm long móng cho bò ở đâu', false],
  ['bò bị lở mồm thì sao', false],
  ['năm ngoái bò bị lở mồm', false],
  ['htx nuôi gà có dịch vụ gì', false],
  ['nếu lợn bị tai xanh thì báo ai', false],
  ['bố em bị cúm', false],
  ['nhà em nuôi bò', false],
  ['tôi ốm nên chưa ra phường', false],
  ['lúa bị dịch hại', false],
])('“%s” tells of sick animals: %s', (text, sick) => {
  expect(tellsSickAnimals(knowledge, text)).toBe(sick);
  expect(tellsSickAnimals(knowledge, fold(text))).toBe(sick);
});
