// Complaints about the talk and what is asked beside them, told from what only sounds like one.
import { expect, test } from 'vitest';
import { complaintIn } from '../../../../src/conversation/understand/phrasing/complaint.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['bạn cứ nói lại cái mình vừa nói rồi, mình hỏi ai được nhận cơ', 'ai được nhận'],
  ['sao cái gì cũng chưa có thế', ''],
  ['noi chuyen nhu may, co biet goi cho ai ko', 'co biet goi cho ai ko'],
  ['trả lời có hay không thôi', ''],
  ['bác hỏi có phải nộp ruộng không mà', 'có phải nộp ruộng không'],
  ['chan qua. the toi kien ra toa dc ko', 'the toi kien ra toa dc ko'],
  ['chị hỏi là có phải đăng ký tổ hợp tác không cơ mà', 'có phải đăng ký tổ hợp tác không'],
  ['hỏi gì cũng chưa có. Thế trưởng thôn làm giám đốc được k', 'Thế trưởng thôn làm giám đốc được k'],
  ['ko trả lời vào câu hỏi', ''],
  ['nói lại giúp tôi câu vừa rồi', undefined],
  ['tôi nói lại là 5 người', undefined],
  ['không phải câu nào, hỏi con dấu cơ', undefined],
  ['nhà nước cái gì cũng không cho', undefined],
  ['cho hỏi nộp ở đâu', undefined],
  ['lợn nuôi chán quá rồi lại chết', undefined],
])('“%s” complains and asks: %s', (text, rest) => {
  expect(complaintIn(knowledge, text)?.rest).toBe(rest);
});
