// Worries about one's number, and what is said of a form behind it: answered from the form's own words, added or changed in it.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

describe('at the notice', () => {
  test.each([
    ['mà đồng ý rồi có bị gọi quảng cáo không', 'Chỉ cán bộ phụ trách xem phiếu'],
    ['sđt có bán cho bọn bảo hiểm k', 'Chỉ cán bộ phụ trách xem phiếu'],
    ['mà không cho ông tổ trưởng cũ biết tôi gửi phiếu nhé', 'Chỉ cán bộ phụ trách xem phiếu'],
    ['đừng cho ai biết số em nhé', 'Chỉ cán bộ phụ trách xem phiếu'],
    ['tôi ko đồng ý cho giữ 24 tháng, sao lâu thế', 'rồi tự xóa'],
  ])('%s', (text, said) => {
    const form = formAfter(`${upTo.consent}|${text}`);
    expect(form.said).toContain(said);
    expect(form.step).toBe('consent');
    expect(form.draft.note).toBeUndefined();
  });
});

test('who is not to know of it goes with the form, once there is consent', () =>
  expect(formAfter(`${upTo.summary}|mà không cho ông tổ trưởng cũ biết tôi gửi phiếu nhé`).draft.note).toBe(
    'không cho ông tổ trưởng cũ biết tôi gửi phiếu nhé',
  ));

test('whose name is asked for', () => {
  const form = formAfter(`${upTo.name}|tên cô hay tên trưởng nhóm hả cháu? cô chỉ làm hộ thôi`);
  expect(form.said).toContain('tên người sẽ nghe máy');
  expect(form.step).toBe('name');
});

test('what was said is erased once that is sure', () =>
  expect(formAfter('mà xóa hết những gì tôi nói nãy giờ được không, sợ chủ nhiệm biết').said).toContain(
    'chắc chứ',
  ));

describe('of a form that was sent', () => {
  test('when they call', () =>
    expect(formAfter(`${upTo.sent}|bao giờ họ gọi tôi`).said).toContain('ngày nào thì tôi không hẹn trước'));

  test('a remark is added to it, to be sent once more', () => {
    const remark = 'cảm ơn nhé. à khoan lưu ý giúp mình 1 chị còn đang bận ko nghe máy ban ngày';
    const form = formAfter(`${upTo.sent}|${remark}`);
    expect(form.draft.note).toBe('1 chị còn đang bận ko nghe máy ban ngày');
    expect(formAfter(`${upTo.sent}|${remark}|gửi đi`).said).toContain('Đã sửa phiếu');
  });

  test('a change behind other words, and one that is asked for', () => {
    const text = 'to minh da dk dau, moi gui phieu hoi nay thoi. sua phieu thanh 5 nguoi';
    expect(formAfter(`${upTo.sent}|${text}`).draft.members).toBe(5);
    expect(formAfter(`${upTo.sent}|à cháu ơi, trưởng nhóm là chị Hà, sửa được không`).step).toBe('summary');
  });

  test('where what is kept is shown, too', () =>
    expect(
      formAfter(`${upTo.sent}|thông tin của tôi|sửa: tên chị Hà, Nguyễn Thu Hà, sđt chị ấy 0944 333 222`)
        .draft,
    ).toMatchObject({ name: 'Nguyễn Thu Hà', phone: '+84944333222' }));

  test.each(['lưu ý gì khi lập tổ không', 'cảm ơn em'])('%s is no remark for it', (text) =>
    expect(formAfter(`${upTo.sent}|${text}`).step).toBe('none'),
  );
});
