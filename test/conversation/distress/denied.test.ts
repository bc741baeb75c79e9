// What was taken for distress and is denied, told from what is told of a danger that goes on.
import { expect, test } from 'vitest';
import { besidesDenial, tellsOldCase } from '../../../src/conversation/distress/denied.ts';

test.each([
  ['không, tôi không bị lừa, tôi hỏi luật có bắt chia lãi không', 'luật có bắt chia lãi không'],
  ['có ai lừa đâu, lệ phí đăng ký tổ hợp tác bao nhiêu', 'lệ phí đăng ký tổ hợp tác bao nhiêu'],
  ['day khong phai lua dao. cho hoi lap htx can may nguoi', 'cho hoi lap htx can may nguoi'],
  ['nó không đánh tôi, tôi chỉ hỏi thay tổ trưởng thế nào', 'tôi chỉ hỏi thay tổ trưởng thế nào'],
  ['không ai cầm bìa đỏ của tôi, htx vỡ nợ thì tôi chịu đến đâu', 'htx vỡ nợ thì tôi chịu đến đâu'],
  [
    'tui chưa đưa đồng nào. thuê người viết đơn hộ có phạm luật không',
    'thuê người viết đơn hộ có phạm luật không',
  ],
  ['đã trình báo công an rồi, muốn vay vốn thì đến chỗ nào', 'muốn vay vốn thì đến chỗ nào'],
  ['chuyện cũ rồi, vào tổ hợp tác phải nộp gì', 'vào tổ hợp tác phải nộp gì'],
  ['báo công an rồi, có đòi lại được không', undefined],
  ['tôi không bị lừa', undefined],
  ['tôi không bị thương, giờ gọi ai', undefined],
  ['tôi chưa chuyển tiền, chuyển rồi có đòi lại được không', undefined],
  ['không bị lừa chứ, nộp 5 triệu cho họ có được không', undefined],
  ['không ai giúp tôi, tôi phải làm thế nào bây giờ', undefined],
  ['nó đánh tôi đau lắm, làm thế nào để nó thôi', undefined],
])('“%s” asks besides: %s', (text, asked) => {
  expect(besidesDenial(text, true)).toBe(asked);
});

test.each([
  ['tôi chưa nộp tiền, có bị đuổi ra không', undefined],
  ['không phải lừa đảo, hỏi vay vốn ở đâu', 'vay vốn ở đâu'],
])('where no distress was told only a cheat is denied: “%s”', (text, asked) => {
  expect(besidesDenial(text, false)).toBe(asked);
});

test.each([
  ['hồi trước nhà em bị lừa mất tiền, giờ vào htx cần giấy tờ gì', true],
  ['năm 2020 giám đốc ôm tiền bỏ trốn, nay lập lại tổ thì cần mấy người', true],
  ['năm ngoái bị lừa 20 triệu, giờ kiện ở đâu', false],
  ['hồi trước bị lừa mất tiền, có đòi lại được không', false],
  ['vừa bị lừa mất 5 triệu, cần làm gì', false],
])('“%s” is an old case with a question of its own: %s', (text, old) => {
  expect(tellsOldCase(text)).toBe(old);
});
