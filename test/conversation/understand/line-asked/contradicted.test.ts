// Whether a line is for those of whom it says the opposite of what is told.
import { expect, test } from 'vitest';
import { contradicts } from '../../../../src/conversation/understand/line-asked/contradicted.ts';

test.each([
  ['Mới ký đơn, chưa góp gì: hỏi đã được kết nạp chưa.', 'tôi góp 5 triệu từ năm ngoái', true],
  ['Mới ký đơn, chưa góp gì: hỏi đã được kết nạp chưa.', 'gop roi ma ho k tra', true],
  ['Mới ký đơn, chưa góp gì: hỏi đã được kết nạp chưa.', 'chưa góp đồng nào thì rút sao', false],
  ['Mới ký đơn, chưa góp gì: hỏi đã được kết nạp chưa.', 'có phải góp nữa không', false],
  ['Trước khi chôn: chụp ảnh từng con.', 'lỡ chôn mất rồi', true],
  ['Trước khi chôn: chụp ảnh từng con.', 'sắp chôn thì cần giữ gì', false],
  [
    'Điều lệ không ghi, hay ghi mà thấy vô lý: hỏi tư pháp phường.',
    'điều lệ ghi rõ là phải hai phần ba',
    true,
  ],
  ['Điều lệ không ghi, hay ghi mà thấy vô lý: hỏi tư pháp phường.', 'điều lệ có ghi không', false],
  ['Điều lệ không ghi, hay ghi mà thấy vô lý: hỏi tư pháp phường.', 'dieu le ko ghi gi ca', false],
  ['Đã ký rồi: xin lại bản đã ký.', 'nhà tôi chưa ký gì', true],
  ['Đã ký rồi: xin lại bản đã ký.', 'trót ký rồi', false],
  ['Tổ hợp tác thì không thu lệ phí đăng ký.', 'nó thu 500 nghìn', false],
])('“%s” behind “%s”: %s', (line, message, other) => {
  expect(contradicts(line, message)).toBe(other);
});
