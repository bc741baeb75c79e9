// Follow-ups as people say them, written by ear from different cards: what is left out comes from the talk, and a new question is not bent by it.

import { expect, test } from 'vitest';
import { talkAlone } from '../../../../src/conversation/talk-alone.ts';
import type { Card } from '../../../../src/knowledge/schema/card.ts';
import { knowledge, today } from '../../../support/knowledge.ts';

/** Turns parted by ▸, then the card wanted; "?" where a choice that offers it is right too. */
const dialogs = `
muốn lập hợp tác xã thì phải có mấy người ▸ thế còn tổ hợp tác? => tht-so-nguoi
tổ hợp tác là gì hả em ▸ còn hợp tác xã thì sao => htx-la-gi
hồ sơ đăng ký tổ hợp tác gồm những gì ▸ nộp ở đâu? => tht-noi-nop
htx đăng ký cần giấy tờ gì ▸ mất bao lâu thì xong => htx-bao-lau
nop ho so lap to hop tac o dau ▸ co mat tien khong => tht-le-phi
quỹ hợp tác xã là quỹ gì ▸ ai được vay => quy-htx-dieu-kien|quy-htx-la-gi
quỹ hỗ trợ htx cho vay tối đa bao nhiêu ▸ lãi suất thế nào => quy-htx-lai-suat
quỹ htx cho vay được bao nhiêu ▸ có phải thế chấp không => quy-htx-the-chap
các bước lập hợp tác xã ▸ cần giấy tờ gì => htx-ho-so
hợp tác xã cần mấy thành viên ▸ năm 2023 thì sao => htx-so-nguoi-luat-2012
nghị quyết 06 của yên bái là gì ▸ còn hiệu lực không => nq06-con-hieu-luc
quyết định 1804 là gì ▸ thế còn 167 => qd167-la-gi
OCOP là gì ▸ được thưởng bao nhiêu => ocop-thuong
sản phẩm ocop được thưởng bao nhiêu tiền ▸ giấy ấy dùng được mấy năm => ocop-han-gcn
lúa bị ngập được hỗ trợ bao nhiêu ▸ thế còn rau => nd9-rau-mau
lợn chết dịch được đền bao nhiêu ▸ cần điều kiện gì => dich-dieu-kien
lợn bị dịch tiêu hủy được hỗ trợ bao nhiêu ▸ gà thì sao => dich-vat-nuoi-khac
một người góp vốn vào htx được tối đa bao nhiêu phần trăm ▸ góp bằng đất được không => gop-von-bang-gi
lập htx cần tối thiểu bao nhiêu vốn ▸ phải góp xong trong bao lâu => thoi-han-gop-von
hợp tác xã chia lãi thế nào ▸ nếu thua lỗ, nợ thì sao => no-cua-htx
ban kiểm soát htx cần mấy người ▸ vợ giám đốc làm được không => quan-he-gia-dinh
phường Văn Phú gồm những xã nào ▸ thế còn Âu Lâu => phuong-au-lau
kế hoạch 209 đặt mục tiêu gì đến 2025 ▸ đến 2030 thì sao => kh209-2030
tổ hợp tác có bắt buộc đăng ký không ▸ đăng ký thì được gì => tht-dieu-kien-huong|tht-quyen
Lào Cai có bao nhiêu hợp tác xã ▸ cả nước thì bao nhiêu => so-lieu-ca-nuoc
ai được vào hợp tác xã ▸ con tôi 17 tuổi thì sao => duoi-18-tuoi
đăng ký hợp tác xã nộp ở đâu ▸ nộp qua mạng được không => cach-nop
htx được miễn thuế gì ▸ thế còn tiền thuê đất => ho-tro-dat-dai
tổ hợp tác muốn lên hợp tác xã thì làm sao ▸ thế có được hỗ trợ gì không => tht-len-htx-duoc-gi
hợp tác xã mới lập được cho bao nhiêu tiền ▸ tổ hợp tác có được không => nq06-tht
nghị định 98 là gì ▸ hỗ trợ giống bao nhiêu => nd98-giong
nghị định 98 cho tư vấn bao nhiêu ▸ nghị định ấy sửa gì chưa => nd98-sua-doi
bao lâu thì có giấy chứng nhận hợp tác xã ▸ tổ hợp tác cũng vậy à => tht-bao-lau
htx cần mấy người ▸ nộp ở đâu ▸ mất bao lâu => htx-bao-lau
mấy người lập được tổ hợp tác ▸ cảm ơn em, thế nộp ở đâu => tht-noi-nop
htx cần giấy tờ gì ▸ cái đó mất tiền không => htx-le-phi
vay quỹ hợp tác xã cần điều kiện gì ▸ nó là gì => quy-htx-la-gi
htx cần mấy người ▸ thế vay thì sao => ?vay-khong-the-chap|quy-htx-la-gi
tổ hợp tác cần mấy người ▸ không, ý tôi là HTX => htx-so-nguoi
hợp tác xã nộp hồ sơ ở đâu ▸ ý mình là tổ hợp tác cơ => tht-noi-nop
lập htx mất bao lâu ▸ nhầm, hỏi về vay vốn => ?vay-khong-the-chap|quy-htx-la-gi
htx hồ sơ gồm gì ▸ nghĩa là sao => htx-ho-so
htx cần mấy người ▸ nói rõ hơn đi => htx-so-nguoi
nghị quyết 06 cho htx mới lập bao nhiêu tiền ▸ ví dụ đi => nq06-vi-du
thành lập tổ hợp tác cần tối thiểu mấy thành viên ▸ vậy hợp tác xã thì mấy => htx-so-nguoi
thủ tục đăng ký hợp tác xã nộp cho cơ quan nào ▸ tổ hợp tác cũng vậy à => tht-noi-nop
to hop tac can ho so gi ▸ bao lau co giay => tht-bao-lau
bao lâu thì được cấp giấy hợp tác xã ▸ có phải đóng phí không em => htx-le-phi
đăng ký htx có mất lệ phí không ▸ thế mang giấy gì đi => htx-ho-so|giay-to-tuy-than
htx là gì ▸ vào đấy được lợi gì => loi-ich-vao-htx
hợp tác xã là gì vậy ▸ ai được vào => ai-duoc-vao-htx
vay quỹ htx lãi bao nhiêu ▸ được vay nhiều nhất là bao nhiêu => quy-htx-vay-toi-da
vay ngân hàng không thế chấp được bao nhiêu ▸ lãi mấy phần trăm => lai-suat-ngan-hang
quyết định 167 là gì ▸ điều kiện thế nào => qd167-dieu-kien
quyết định 167 là quyết định gì ▸ nay còn dùng không => qd167-con-hieu-luc
qd 1804 la gi ▸ con ap dung ko => qd1804-con-hieu-luc
nghị quyết 06 là gì ▸ được cho bao nhiêu tiền => nq06-20-trieu
nghị định 98 là gì ▸ đã sửa chưa => nd98-sua-doi
nghị định 98 hỗ trợ giống thế nào ▸ còn máy móc thì sao => nd98-ha-tang
mạ chết rét được hỗ trợ bao nhiêu ▸ thế còn lúa => nd9-lua
lúa mất trắng do lũ được hỗ trợ bao nhiêu ▸ vườn quế thì sao => nd9-rung
lợn dịch tả bị tiêu huỷ được bao nhiêu một cân ▸ ai được nhận => dich-doi-tuong
ocop được thưởng mấy triệu ▸ làm sao để được => ocop-dang-ky
chương trình OCOP là gì ▸ tỉnh mình có bao nhiêu sản phẩm => ocop-tinh
góp vốn tối đa vào hợp tác xã mấy phần trăm ▸ người nước ngoài thì sao => von-thanh-vien-lien-ket
hợp tác xã chia lãi ra sao ▸ còn quỹ chung thì trích mấy => quy-chung-khong-chia
bộ máy hợp tác xã gồm những ai ▸ nhà em hai vợ chồng làm cả được không => quan-he-gia-dinh
kế hoạch 209 mục tiêu đến 2030 thế nào ▸ mỗi năm lập mấy cái => kh209-hang-nam
phường Âu Lâu gồm những đâu ▸ Nam Cường thì sao => phuong-nam-cuong
tổ hợp tác tạm nghỉ một thời gian có được không ▸ nghỉ hẳn thì sao => htx-giai-the
tổ hợp tác hồ sơ đăng ký gồm gì ▸ lấy mẫu ở đâu => bieu-mau
đi tập huấn theo nghị định 113 được hỗ trợ gì ▸ thế theo nghị quyết 06 => nq06-dao-tao
htx nông nghiệp có được hỗ trợ riêng gì không ▸ cụ thể được bao nhiêu tiền => muc-tien-nd113|muc-ai-quyet
lập htx phải nộp giấy gì ▸ không phải, hỏi tổ hợp tác => tht-ho-so
tổ hợp tác đăng ký bao lâu thì xong ▸ nhầm, htx chứ => htx-bao-lau
htx phải có mấy người ▸ ý em hỏi là vốn cơ => von-toi-thieu
htx cần bao nhiêu vốn ▸ thế à, vậy nợ thì ai trả => no-cua-htx
tổ hợp tác cần mấy người ▸ dạ vâng em cảm ơn, giờ làm các bước thế nào => tht-cac-buoc
`
  .trim()
  .split('\n')
  .map((row) => {
    const [turns = '', want = ''] = row.split(' => ');
    return {
      turns: turns.split(' ▸ '),
      want: want.replace('?', '').split('|'),
      mayChoose: want.startsWith('?'),
    };
  });

function isRight({ turns, want, mayChoose }: (typeof dialogs)[number]): boolean {
  const talk = talkAlone(knowledge, today);
  const last = turns.map((text) => talk.say({ kind: 'text', text })).at(-1);
  const cards = last?.kept.cards ?? [];
  if (last?.outcome === 'choose') return mayChoose && cards.some((c) => want.includes(c));
  return want.includes(cards[0] ?? '');
}

test('follow-ups reach their card', () => {
  const wrong = dialogs.filter((d) => !isRight(d)).map((d) => d.turns.join(' ▸ '));
  expect(dialogs.length).toBeGreaterThan(70);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(12);
});

test('a whole new question is answered as if it came first', { timeout: 120_000 }, () => {
  const cards = [...knowledge.cards.values()].filter((c) => c.status === 'published');
  const rounds = [0, 1, 2, 3, 4];
  const bent = rounds.flatMap((round) => cards.filter((card, i) => isBent(card, i, round)));
  expect(bent.length / (rounds.length * cards.length), bent.map((c) => c.id).join(' ')).toBeLessThan(0.025);

  /** A way of asking that gets its card when it comes first, and not behind another card's answer. */
  function isBent(card: Card, i: number, round: number): boolean {
    const question = card.asks[(i + round) % card.asks.length] ?? card.title;
    if (question.split(' ').length < 6) return false;
    const alone = talkAlone(knowledge, today).say({ kind: 'text', text: question });
    const other = cards[(i * 37 + 11 + round) % cards.length];
    const talk = talkAlone(knowledge, today);
    talk.say({ kind: 'choose', id: `card:${other?.id}` });
    const after = talk.say({ kind: 'text', text: question });
    return alone.kept.cards[0] === card.id && after.kept.cards[0] !== card.id;
  }
});
