// What goes with a call-back is what was truly asked or told in the talk, and what was shown of it last; and which words ask for one.
import { describe, expect, test } from 'vitest';
import { wishesToLeaveNumber } from '../../../src/conversation/understand/call-wish.ts';
import { formAfter } from '../../support/form.ts';

const asked = 'ao cá nhà tôi chết hết rồi, có được hỗ trợ gì không';

test.each([
  'bot ngu vc',
  'k cho toi gap ng that di',
  'thoi the co cho t gap ng that k',
  'Cho tôi để lại lời nhắn cho cán bộ',
  'gì mà trả lời linh tinh thế',
])('not “%s”', (said) => {
  const note = formAfter(`${asked}|${said}|gặp cán bộ`).draft.note ?? '';
  expect(note.startsWith(`${asked}. Đã xem: `)).toBe(true);
  expect(note).not.toContain(said);
});

test('nothing, where nothing was asked', () =>
  expect(formAfter('bot ngu vc|gặp cán bộ').draft.note).toBeUndefined());

describe('what the talk was about', () => {
  const noteAfter = (talk: string): string => formAfter(`${talk}|gặp cán bộ`).draft.note ?? '';
  test('the last three questions and the title that was shown', () => {
    const note = noteAfter(
      'toi muon ra khoi htx thi co duoc rut lai tien gop von khong|the ai quyet dinh cho ra, giam doc hay dai hoi|vay gio toi phai lam don gui cho ai',
    );
    expect(note).toContain('rut lai tien gop von khong – the ai quyet dinh');
    expect(note).toContain('lam don gui cho ai. Đã xem: Ra khỏi hợp tác xã');
    expect(note.length).toBeLessThanOrEqual(400);
  });
  test('no thanks, and no number', () => {
    const note = noteAfter(
      'htx mã 0101234567890 có phải nộp thuế không|ok cảm ơn nhé. thế có ai giúp htx mình làm hồ sơ xin cái này không',
    );
    expect(note).not.toMatch(/cảm ơn|ok |0101234567890/u);
    expect(note).toContain('có ai giúp htx mình làm hồ sơ xin cái này không');
  });
  test('what is said again stands once', () =>
    expect(
      noteAfter('lập htx cần mấy người|lập htx cần mấy người').match(/lập htx cần mấy người/gu),
    ).toHaveLength(1));
  test('which official is wanted stands first', () =>
    expect(formAfter('lợn ốm chết thì báo ai|cho tôi gặp cán bộ thú y').draft.note).toMatch(
      /^cán bộ thú y – lợn ốm/u,
    ));
});

test.each([
  ['chị muốn để lại số để có chính sách mới thì báo', true],
  ['chị nói nhầm, cho chị đăng ký để lại số điện thoại', true],
  ['ghi số em lại', true],
  ['ghi so em lai nhe', true],
  ['cảm ơn em. cho tôi để lại số, khi nào có lớp thì gọi', true],
  ['em gửi số được không', true],
  ['lưu số của bác lại nhé', true],
  ['để lại số làm gì', false],
  ['sao phải để lại số', false],
  ['tôi không muốn để lại số đâu', false],
  ['cho em xin số điện thoại cán bộ', false],
  ['ghi số vào đâu', false],
  ['ghi thông tin gì vào điều lệ', false],
  ['gửi thông tin lên tỉnh thế nào', false],
  ['để lại thông tin gì', false],
  ['ghi sổ thế nào', false],
  ['htx phải ghi sổ gì', false],
  ['để lại số tiền góp được không', false],
])('“%s” wishes to leave a number: %s', (text, wishes) => expect(wishesToLeaveNumber(text)).toBe(wishes));

test.each([
  'hội chợ thì 1804 hỗ trợ thế nào, giờ còn không|cảm ơn em. chị muốn để lại số để có chính sách mới thì báo',
  'gặp cán bộ|không đồng ý đâu, thôi|chị nói nhầm, cho chị đăng ký để lại số điện thoại',
  'lợn ốm chết|noi chuyen nhu may, co biet goi cho ai ko',
  'ban dang ky cho toi gap can bo thu y duoc khong',
])('%s: the notice is read', (talk) => expect(formAfter(talk).step).toBe('consent'));

test('refused where no form is open: nothing is looked for', () =>
  expect(formAfter('không đồng ý đâu, thôi').said).toContain('không có việc gì đang dở'));

test.each(['bao giờ mới có cán bộ gọi tôi vậy', 'lập tổ có mất tiền không|khi nào cán bộ gọi cho em thế'])(
  '%s: none was left, and one may be',
  (talk) => {
    const { said } = formAfter(talk);
    expect(said).toContain('chưa thấy bạn để lại');
    expect(said).toContain('Gặp cán bộ');
  },
);
