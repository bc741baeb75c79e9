// A side of a message that asks of its own, and one that only tells what stands around the question.
import { describe, expect, test } from 'vitest';
import { asksItself } from '../../../../src/conversation/understand/two-questions/asks-itself.ts';

const asks = [
  'vay được mấy năm',
  'có phải đóng dấu không ạ',
  'mấy hôm thì lấy được giấy',
  'nhà lẻ có được không hay chỉ tổ mới được',
  'nộp giấy ở đâu',
  'lãi tính thế nào',
  'ai giữ tiền của tổ',
  'giấy này hết hạn chưa bác',
  'giờ còn hiệu lực không',
];
const tells = [
  'em không nuôi nữa',
  'xã chưa trả lời',
  'nhà tôi chưa vào tổ nào cả',
  'mấy năm nay trâu chết',
  'chẳng ai đền',
  'giờ phải làm thế nào',
  'thế là thế nào',
  'chè nhà em được 3 sao',
  'hỏng mất hai chục triệu',
];

describe('asksItself', () => {
  test.each(asks)('asks: %s', (part) => expect(asksItself(part)).toBe(true));
  test.each(tells)('tells: %s', (part) => expect(asksItself(part)).toBe(false));
});
