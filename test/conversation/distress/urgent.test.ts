// Danger to people, with marks and without, told from losses, figures of speech and questions of law.
import { expect, test } from 'vitest';
import { urgentIn } from '../../../src/conversation/distress/urgent.ts';
import { fold } from '../../../src/language/fold.ts';
import { isOver } from '../../../src/language/happening.ts';
import { knowledge } from '../../support/knowledge.ts';

/** Without marks they may be something else. */
const onlyWithMarks = new Set(['từ từ đã để tôi hỏi nhà tôi', 'họ đòi 3 triệu là thật hay lừa']);
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
  ['cháy rừng do hàng xóm đốt nương cháy lan sang quế nhà tôi ai đền', false],
  ['chập điện cháy mất chuồng gà, nhà nước có giúp không', false],
  ['lửa cháy lan sang quế nhà tôi', true],
  ['đất góp rồi htx đem thế chấp ngân hàng có được ko', false],
  ['họ đem đất nhà tôi đi thế chấp mất rồi', true],
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
  ['người ta bảo nộp 2 triệu thì làm cho giấy hợp tác xã', true],
  ['họ bảo đóng 1tr5 tiền hồ sơ là có hỗ trợ', true],
  ['mấy ông ấy đòi nộp 3 triệu mới ra giấy', true],
  ['môi giới bảo đưa 5tr lo giấy tờ', true],
  ['người ta lừa mẹ em', true],
  ['nó lừa bố tôi mất tiền', true],
  ['hộ tôi góp 2 triệu làm giấy htx', false],
  ['nộp hồ sơ ở đâu', false],
  ['người ta bảo nộp hồ sơ ở phường', false],
  ['có người gọi bảo làm hồ sơ nhận 50 triệu nhưng phải chuyển trước 3 triệu tiền phí', true],
  ['người ta nói làm giấy hỗ trợ phải nộp trước 1 triệu phí hồ sơ', true],
  ['họ đòi 3 triệu là thật hay lừa', true],
  ['vào htx phải nộp trước 5 triệu tiền vốn góp à', false],
  ['có người bảo làm hồ sơ vay quỹ phải nộp trước phương án', false],
  ['lệ phí 100 nghìn nộp cho ai', false],
  ['họ bảo làm hồ sơ ở phường không mất tiền', false],
  ['con bé nhà em mới 16', false],
  ['con gái tôi mới mười sáu', false],
  ['con bé nhà em mới 16 mà bị bắt cưới', true],
])('“%s” is danger, with marks and without: %s', (text, danger) => {
  expect(urgentIn(knowledge, text) !== undefined).toBe(danger);
  if (!onlyWithMarks.has(text)) expect(urgentIn(knowledge, fold(text)) !== undefined).toBe(danger);
});

test.each([
  // Over, or never so
  ['lũ rút rồi', true],
  ['nước rút hết rồi', true],
  ['mưa tạnh từ hôm qua', true],
  ['bão tan hai hôm rồi', true],
  ['hết ngập rồi', true],
  // Not over
  ['nước rút rồi lại lên', false],
  ['nước chưa rút', false],
  ['lũ rút rồi mà đồi sau nhà nứt to', false],
  ['nước rút rồi nhưng ông cụ vẫn kẹt bên kia suối', false],
  ['nhà ngập hết rồi', false],
  ['mưa quá lâu rồi', false],
  ['lũ to quá rồi', false],
  ['bao giờ nước rút', false],
])('“%s” says that the water went, with marks and without: %s', (text, over) => {
  expect(isOver(text)).toBe(over);
  expect(isOver(fold(text))).toBe(over);
});
