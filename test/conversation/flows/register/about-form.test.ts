// What is asked of the form itself, and what only looks like it.
import { expect, test } from 'vitest';
import { aboutForm } from '../../../../src/conversation/flows/register/aside/about-form.ts';

test.each([
  ['ghi phiếu này có phải trả phí gì không', 'form_free'],
  ['gui xong lai doi tien a', 'form_free'],
  ['đăng ký trên máy này có mất tiền không', 'form_free'],
  ['có mất tiền không', undefined],
  ['lập tổ có phải nộp tiền không', undefined],
  ['đăng ký htx nộp phí bao nhiêu', undefined],
  ['gửi phiếu rồi có bắt buộc phải theo không', 'form_binds_not'],
  ['dong y xong ma khong lap nua co sao khong', 'form_binds_not'],
  ['đăng ký xong có phải làm báo cáo thuế không', undefined],
  ['đây là đăng ký chính thức hay sao', 'form_is_wish'],
  ['ghi o day la thanh to luon ha', 'form_is_wish'],
  ['ghi tên thật hay tên gọi ở nhà', undefined],
  ['lúc gọi cán bộ có hỏi căn cước không', 'call_papers'],
  ['lập tổ cần giấy tờ gì', undefined],
  ['có phải làm chung với người lạ không', 'with_strangers'],
  ['cán bộ ghép với người khác là sao', undefined],
  ['tôi làm với người lạ quen rồi', undefined],
])('%s: %s', (text, key) => expect(aboutForm(text)).toBe(key));
