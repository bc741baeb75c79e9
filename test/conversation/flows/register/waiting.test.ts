// Who waits for a call asks who will call, why nobody has, where the form is; what sounds like it and is about something else is left alone.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

const from = (before: string, text: string): string => formAfter(`${before}|${text}`).said;

describe('behind a form that was sent', () => {
  test.each([
    'chưa thấy ai gọi',
    'sao mãi chưa gọi lại vậy',
    'đợi cả tuần chả ai gọi cho tôi',
    'ko thay goi gi',
  ])('%s: why, and the code', (text) => expect(from(upTo.sent, text)).toMatch(/phải chờ\. Phiếu HTX-/));
  test.each(['ai gọi cho tôi', 'bên nào gọi vậy', 'cán bộ gọi là ai thế'])('%s: who', (text) =>
    expect(from(upTo.sent, text)).toContain('Gọi cho bạn là cán bộ phụ trách'),
  );
  test.each(['phiếu của tôi đâu rồi', 'phiếu tôi gửi đến đâu rồi'])('%s: it is shown', (text) =>
    expect(from(upTo.sent, text)).toContain('Đây là những gì tôi đang giữ'),
  );
  test('whether the number was written down', () =>
    expect(from(upTo.sent, 'thế số điện thoại ghi chưa')).toContain('đã ghi trong phiếu HTX-'));
});

describe('where no form is known', () => {
  const hello = 'chào bạn';
  test.each([
    'tôi để lại số từ tháng trước mà chả thấy ai gọi',
    'em gửi phiếu tuần trước rồi. sao chưa gọi lại cho em',
    'phiếu tôi gửi hôm trước đâu rồi',
  ])('%s: that is said', (text) => expect(from(hello, text)).toContain('chưa thấy phiếu nào của bạn'));
  test('the number is not noted, and what leads to it is said', () =>
    expect(from(hello, 'số điện thoại của tôi ghi chưa')).toContain('Số của bạn tôi chưa ghi'));
  test.each([
    'không thấy ai gọi đi họp hợp tác xã',
    'htx không gọi tôi đi họp',
    'không ai gọi thì có phải đi không',
  ])('%s: another matter', (text) => expect(from(hello, text)).not.toMatch(/chưa thấy phiếu nào|phải chờ/));
});

describe('in the form', () => {
  test.each(['cán bộ là ai gọi vậy, phường hay công ty nào', 'ko, e hỏi ai gọi cho e cơ mà'])(
    '%s',
    (text) => {
      const form = formAfter(`${upTo.consent}|${text}`);
      expect(form.said).toContain('Gọi cho bạn là cán bộ phụ trách');
      expect(form.step).toBe('consent');
    },
  );
  test('what it means to be matched', () => {
    expect(from(upTo.consent, 'cán bộ ghép với người khác là sao, mình có nhóm rồi mà')).toContain(
      'Ghép nhóm là',
    );
    expect(formAfter('đăng ký lập nhóm|tổ hợp tác|Văn Phú|ghép cây ăn quả').draft.productText).toBe(
      'ghép cây ăn quả',
    );
  });
  test.each([
    ['0349771205. mà bao giờ cán bộ gọi', '+84349771205', 'ngày nào thì tôi không hẹn'],
    ['lấy số vợ em được không. 0888 304 417', '+84888304417', 'nếu người ấy đồng ý'],
  ])('%s: the number is taken, and the question answered', (text, phone, answer) => {
    const form = formAfter(`${upTo.phone}|${text}`);
    expect(form.draft.phone).toBe(phone);
    expect(form.said).toContain(answer);
    expect(form.kept).toBe('[số]');
  });
});

test('a code that can be none is told so', () => {
  expect(from('chào bạn', 'tôi nhớ mang máng HTX-22310 gì đó')).toContain(
    'không thấy phiếu mang mã HTX-22310',
  );
  expect(from('chào bạn', 'luật HTX-2023 có gì mới')).not.toContain('không thấy phiếu');
});
