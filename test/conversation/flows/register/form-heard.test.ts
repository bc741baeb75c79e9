// What the form hears beside the line it asks for: consent with what follows, several lines at once, counts, wards, a pause, a stop.
import { describe, expect, test } from 'vitest';
import { consentWord } from '../../../../src/conversation/flows/register/answer/consent.ts';
import { formAfter, upTo } from '../../../support/form.ts';

describe('at consent', () => {
  test('what follows the word is taken with it', () => {
    const form = formAfter(`${upTo.consent}|đồng ý. tên Bích, sdt 0987654321, gọi trưa nhé`);
    expect(form.consented).toBe(true);
    expect(form.draft).toMatchObject({ name: 'Bích', phone: '+84987654321', bestTime: 'gọi trưa nhé' });
    expect(form.kept).not.toContain('0987');
  });

  test.each([
    'thi dong y vay',
    'đồng ý thôi',
    'đồng ý. cảm ơn em',
    'đồng ý, gọi tối nhé',
    'đồng ý, tên Bích, nhà xa lắm',
  ])('%s: yes', (text) => expect(consentWord(text)).toBe('yes'));
  test.each([
    'đồng ý, tên Bích, khoan đã',
    'đồng ý, tên Bích, nếu không mất tiền',
    'đồng ý, tên Bích, đừng lưu số',
    'ok, cảm ơn em',
  ])('%s: no yes', (text) => expect(consentWord(text)).not.toBe('yes'));

  test('another line may be changed beside it', () => {
    const form = formAfter('đăng ký lập nhóm|hợp tác xã|Văn Phú|chè|6|đổi sang tổ hợp tác đi, mà đồng ý');
    expect(form.consented).toBe(true);
    expect(form.draft.form).toBe('tht');
    expect(form.said).toContain('Tôi ghi lại: tổ hợp tác.');
  });

  test('a time behind the number, too', () =>
    expect(formAfter(`${upTo.consent}|đồng ý, số 0987 654 321 gọi tối nhé`).draft.bestTime).toBe(
      'gọi tối nhé',
    ));

  test('what takes it back is no other line', () =>
    expect(formAfter(`${upTo.consent}|đồng ý, để tôi hỏi 5 người đã`).consented).toBe(false));

  test('a pause keeps the form and says how to come back', () => {
    const later = 'thoi de toi hoi y kien ba con da, mai toi vao lai. duoc k';
    expect(formAfter(`${upTo.consent}|${later}`).said).toContain('Ghi tiếp thì nhắn “đăng ký lập nhóm”');
    expect(formAfter(`${upTo.consent}|${later}|đăng ký lập nhóm`).draft.members).toBe(4);
    expect(formAfter(`gặp cán bộ|${later}`).said).toContain('Ghi tiếp thì nhắn “gặp cán bộ”');
    expect(formAfter(`gặp cán bộ|${later}|gặp cán bộ`).step).toBe('consent');
  });
});

test('“dừng”, said last behind anything, stops', () =>
  expect(formAfter(`${upTo.name}|bực thật, gõ mãi tên ko nhận. dừng`).step).toBe('none'));

describe('how many', () => {
  test.each([
    ['5, tu nhien toi lai quen, 6 ca toi', 6],
    ['6 nha, da noi roi', 6],
    ['mỗi mình em. chưa có ai', 1],
  ])('%s', (text, members) => {
    const form = formAfter(`${upTo.members}|${text}`);
    expect(form.draft.members).toBe(members);
    expect(form.step).toBe('consent');
    expect(form.said).not.toContain('Câu này tôi chưa trả lời');
  });

  test('a number worked out of homes is asked about', () => {
    const asked = `${upTo.members}|5 nhà, mà mỗi nhà có 2 vợ chồng thì 10 người à?`;
    expect(formAfter(asked).said).toContain('10 người, đúng không?');
    expect(formAfter(`${asked}|ừ`).draft.members).toBe(10);
    expect(formAfter(`${asked}|5 nhà 10 người cơ. Đồng ý`).draft.members).toBe(10);
  });

  test('told with the place, as the trade is', () =>
    expect(formAfter(`${upTo.place}|văn phú, 6 nguoi, che`).draft).toMatchObject({
      placeText: 'phường Văn Phú',
      members: 6,
      product: 'che',
    }));
});

describe('where', () => {
  const ward = (text: string): string | undefined => formAfter(text).draft.placeText;
  test.each(['Nam Cường', 'nam cuong', 'nam cường, mình nói từ đầu rồi mà', 'tổ 12 nam cường'])(
    '%s is the button of that name',
    (typed) => expect(ward(`${upTo.place}|${typed}`)).toBe('phường Nam Cường'),
  );
  test('its namesake is reached by its own name', () =>
    expect(ward(`${upTo.place}|Nam Cường Lào Cai`)).toContain('Lào Cai cũ'));
  test('a city of several wards is still asked about', () =>
    expect(ward(`${upTo.place}|Yên Bái`)).toBeUndefined());

  test.each([
    ['Yên Bái chứ có phải Lào Cai đâu', 'phường Nam Cường'],
    ['yên bái cũ chứ, hỏi mãi', 'phường Nam Cường'],
    ['Lào Cai chứ không phải Yên Bái', 'phường Nam Cường (thành phố Lào Cai cũ)'],
  ])('of two: %s', (typed, place) =>
    expect(ward(`${upTo.consent}|à nhầm, tôi ở Nam Cường|${typed}`)).toBe(place),
  );

  test('put right beside the answer, and no trade is read in its name', () => {
    const text = '5 nguoi. a quay lai, to 7 la phuong nam cuong chu k phai yen bai';
    const form = formAfter(`đăng ký lập nhóm|tổ hợp tác|phường yên bái|nuôi ong|${text}`);
    expect(form.draft).toMatchObject({ placeText: 'phường Nam Cường', productText: 'nuôi ong', members: 5 });
    expect(formAfter(`${upTo.consent}|ko phai nam! nuoi ong. phuong nam cuong`).draft).toMatchObject({
      productText: 'nuoi ong',
      placeText: 'phường Nam Cường',
    });
  });
});

describe('in the review', () => {
  const all = 'đăng ký lập nhóm|tổ hợp tác|phường Nam Cường|chè|4|đồng ý|Lý Văn Sơn|0912 345 678|tối';
  test('two lines named in one message are both changed, and shown so', () => {
    const text = 'nơi ở là tổ 12 phường Nam Cường, có ghi được tổ không? số người sửa 7, vừa có thêm cô em';
    const form = formAfter(`${all}|${text}`);
    expect(form.draft).toMatchObject({ placeText: 'phường Nam Cường', members: 7 });
    expect(form.said).toContain('Tôi ghi lại: phường Nam Cường, 7 người.');
  });

  test('name and number of another person', () => {
    const form = formAfter(`${all}|sửa: tên chị Hà, Nguyễn Thu Hà, sđt chị ấy 0944 333 222`);
    expect(form.draft).toMatchObject({ name: 'Nguyễn Thu Hà', phone: '+84944333222' });
    expect(form.kept).not.toMatch(/Hà|0944/);
  });

  test('a name put right in a louder voice', () =>
    expect(formAfter(`${all}|Phạm Ngọc Bích!!!`).draft.name).toBe('Phạm Ngọc Bích'));

  test.each([
    ['so nguoi con thieu, 8', { members: 8 }, 'Tôi ghi lại: 8 người.'],
    ['à thiếu con gà nữa nhé', { productText: 'chè, gà' }, 'Tôi ghi lại: chè, gà.'],
    ['ghi thêm là cần vay vốn', { note: 'cần vay vốn', productText: 'chè' }, 'Tôi ghi kèm lời nhắn'],
    ['tiêu chí: sạch, không thuốc', { note: 'tiêu chí: sạch, không thuốc' }, 'Tôi ghi kèm lời nhắn'],
  ])('%s', (text, changed, said) => {
    const form = formAfter(`${all}|${text}`);
    expect(form.draft).toMatchObject(changed);
    expect(form.said).toContain(said);
  });

  test('“gửi đi nha”, with thanks behind it, sends', () =>
    expect(formAfter(`${all}|Gửi đi nha, cảm ơn ad, nãy nóng quá`).said).toContain('Mã phiếu của bạn'));

  test('a trade added beside the count', () =>
    expect(formAfter(`${upTo.members}|4 nha, a thieu con ga nua nhe`).draft).toMatchObject({
      members: 4,
      productText: 'chè, ga',
    }));
});
