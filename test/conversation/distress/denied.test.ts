// What was taken for distress and is denied, told from what is told of a danger that goes on.
import { expect, test } from 'vitest';
import { besidesDenial } from '../../../src/conversation/distress/denied.ts';

test.each([
  ['không, tôi không bị lừa, tôi hỏi luật có bắt chia lãi không', 'luật có bắt chia lãi không'],
  ['có ai lừa đâu, lệ phí đăng ký tổ hợp tác bao nhiêu', 'lệ phí đăng ký tổ hợp tác bao nhiêu'],
  ['day khong phai lua dao. cho hoi lap htx can may nguoi', 'cho hoi lap htx can may nguoi'],
  ['nó không đánh tôi, tôi chỉ hỏi thay tổ trưởng thế nào', 'tôi chỉ hỏi thay tổ trưởng thế nào'],
  ['tôi không bị lừa', undefined],
  ['tôi không bị thương, giờ gọi ai', undefined],
  ['tôi chưa chuyển tiền, chuyển rồi có đòi lại được không', undefined],
  ['không bị lừa chứ, nộp 5 triệu cho họ có được không', undefined],
  ['không ai giúp tôi, tôi phải làm thế nào bây giờ', undefined],
  ['nó đánh tôi đau lắm, làm thế nào để nó thôi', undefined],
])('“%s” asks besides: %s', (text, asked) => {
  expect(besidesDenial(text)).toBe(asked);
});
