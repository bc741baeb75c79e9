// Danger to people, with marks and without, told from losses, figures of speech and questions of law.
import { expect, test } from 'vitest';
import { urgentIn } from '../../../src/conversation/distress/urgent.ts';
import { fold } from '../../../src/language/fold.ts';
import { knowledge } from '../../support/knowledge.ts';

/** Without marks they may be something else. */
const onlyWithMarks = new Set(['từ từ đã để tôi hỏi nhà tôi']);
test.each([
  ['bố cháu say rượu hay đánh cháu chảy máu', true],
  ['từ từ đã để tôi hỏi nhà tôi', false],
  ['đánh giá sản phẩm OCOP', false],
  ['báo ai', false],
  ['con bê thì sao', false],
  ['khó quá', false],
  ['con gái tôi thì sao', false],
  ['tôi muốn chết', true],
  ['rắn cắn', true],
  ['xưởng miến đang cháy', true],
  ['cháy mất kho thóc rồi', true],
  ['bot ơi nhà em cháy rồi', true],
  ['kho của hợp tác xã bị cháy', true],
  ['lũ dâng ngang cửa sổ rồi', true],
  ['nước cứ lên, cả nhà leo lên gác', true],
  ['nhà ngập hết rồi làm sao bây giờ', true],
  ['lở đất đè hai nhà', true],
  ['mấy người kẹt bên trong', true],
  ['em mắc kẹt giữa suối', true],
  ['nhà tôi đổ sập rồi', true],
  ['tôi bị đánh', true],
  ['nó đánh tôi chảy máu', true],
  ['con rể đòi đánh tôi', true],
  ['mấy thằng cho vay kéo đến', true],
  ['chủ nợ đang đứng trước cửa', true],
  ['có người hỏi mượn bìa đỏ', true],
  ['ngân hàng báo em đứng tên vay 100 triệu', true],
  ['ép bà con ký giấy mua máy', true],
  ['em chết mất thôi', true],
  ['kho chè bị cháy có được bồi thường không', false],
  ['năm ngoái kho htx bị cháy', false],
  ['nếu xưởng cháy thì ai đền', false],
  ['chè bị cháy lá', false],
  ['lúa nhà em ngập hết', false],
  ['ruộng nhà tôi đang ngập', false],
  ['nhà tôi bị ngập 3 sào lúa', false],
  ['sạt lở lấp mất ao nhà em', false],
  ['lũ cuốn mất 3 con trâu', false],
  ['2 con bò bị nước cuốn', false],
  ['em bị kẹt tiền', false],
  ['htx bị đánh thuế', false],
  ['nhà tôi sập đợt bão trước', false],
  ['chủ nợ của htx là ai', false],
  ['ngân hàng bảo nộp sổ đỏ', false],
  ['tôi chết mất 5 con lợn', false],
  ['htx ép giá bà con', false],
  ['chạy xuống phường rồi', false],
  ['bao giờ có tiền hỗ trợ', false],
  ['bao lâu thì nhận được tiền', false],
  ['giám đốc dọa đuổi tôi ra', false],
])('“%s” is danger, with marks and without: %s', (text, danger) => {
  expect(urgentIn(knowledge, text) !== undefined).toBe(danger);
  if (!onlyWithMarks.has(text)) expect(urgentIn(knowledge, fold(text)) !== undefined).toBe(danger);
});
