// What is to be heeded first: an animal ill with what spreads, a loan in one's own name for others; apart from questions that only sound so.
import { expect, test } from 'vitest';
import { cautionFor } from '../../../src/conversation/distress/caution.ts';
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
  expect(cautionFor(knowledge, text)?.say === 'sick_animals').toBe(sick);
  expect(cautionFor(knowledge, fold(text))?.say === 'sick_animals').toBe(sick);
});

test.each([
  ['giám đốc nhờ em đứng tên vay ngân hàng cho htx, có nên ký không', true],
  ['chủ nhiệm bảo tôi đứng tên vay 100 triệu', true],
  ['ông ấy nhờ cháu vay hộ', true],
  ['mượn tên em để vay máy cày', true],
  ['đứng tên vay hộ htx thì ai chịu nợ', true],
  ['bạn nhờ tôi bảo lãnh cho nó vay', true],
  ['tự đứng tên vay cho hợp tác xã có sao không', true],
  ['htx đứng tên vay được không', false],
  ['mẹ em đứng tên vay hộ nghèo', false],
  ['nhờ em đứng tên giám đốc', false],
  ['ngân hàng bảo lãnh cho htx vay được không', false],
  ['nhờ người khác nộp hộ được không', false],
  ['tổ hợp tác vay thì ai đứng tên', false],
])('“%s” tells of a loan for others: %s', (text, lent) => {
  expect(cautionFor(knowledge, text)?.say === 'lent_name').toBe(lent);
  expect(cautionFor(knowledge, fold(text))?.say === 'lent_name').toBe(lent);
});
