// Whether a message asks after the last answer itself: where it came from, or whether that is in force.
import { expect, test } from 'vitest';
import { asksAfterAnswer } from '../../../../src/conversation/understand/follow-up/source-asked.ts';
import { answerWith } from '../../../../src/knowledge/answer.ts';
import type { Card } from '../../../../src/knowledge/schema/card.ts';
import { knowledge } from '../../../support/knowledge.ts';

const asks = (id: string, message: string): string | undefined => {
  const texts = answerWith(knowledge, id, '2026-11-24')?.citations.map((c) => c.document.id);
  return asksAfterAnswer(knowledge, knowledge.cards.get(id) as Card, new Set(texts), message);
};

test.each([
  ['htx-so-nguoi', 'căn cứ vào đâu thế', 'source'],
  ['htx-so-nguoi', 'dieu may vay', 'source'],
  ['htx-so-nguoi', '5 người đấy là văn bản nào ghi', 'source'],
  ['htx-so-nguoi', 'nhiều quá, ai bảo thế', 'source'],
  ['htx-so-nguoi', 'Luật 17 khoản mấy', 'source'],
  ['kh209-2045', 'lay dau ra con so 20% ay', 'source'],
  ['htx-so-nguoi', 'quy định ấy còn hiệu lực không', 'force'],
  ['htx-so-nguoi', 'bao gio het hieu luc', 'force'],
  ['nghi-dinh-113-la-gi', 'có hạn đến năm nào', 'term'],
])('behind %s “%s” asks after its %s', (id, message, kind) => {
  expect(asks(id, message)).toBe(kind);
});

test.each([
  ['htx-so-nguoi', '9 người thì văn bản nào ghi'],
  ['htx-so-nguoi', 'nghị định 45 còn hiệu lực không'],
  ['htx-so-nguoi', 'vay theo luật nào'],
  ['htx-so-nguoi', 'giấy chứng nhận còn hiệu lực không'],
  ['htx-so-nguoi', 'điều nào cấm người nhà làm thủ quỹ'],
  ['htx-so-nguoi', 'góp vốn có phải công chứng không, ai bảo thế'],
  ['von-toi-thieu', 'mỗi nhà 5 triệu thì lấy đâu ra'],
  ['von-toi-thieu', 'mức nào thì vừa'],
  ['tht-duoc-ho-tro-gi', 'được khoản nào'],
  ['bieu-mau', 'mẫu ấy lấy ở đâu ra'],
  ['htx-so-nguoi', 'còn hộ gia đình góp đất, điều mấy'],
  ['htx-so-nguoi', 'thế tổ hợp tác thì điều mấy'],
  ['htx-so-nguoi', ''],
])('behind %s “%s” asks something else', (id, message) => {
  expect(asks(id, message)).toBeUndefined();
});
