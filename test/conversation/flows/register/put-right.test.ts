// What stands in the form is put right in free words, whatever the step, and told lines are kept as they are meant.
import { describe, expect, test } from 'vitest';
import { nameIn } from '../../../../src/conversation/flows/register/read/name.ts';
import { formAfter, upTo } from '../../../support/form.ts';

const filled = 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|nuôi gà|6|đồng ý|Hà Văn Sửu|0912345678|tối';

describe('this becomes that', () => {
  test.each([
    ['chỗ tổ hợp tác sửa thành hợp tác xã', { form: 'htx' }],
    ['sửa thành hợp tác xã', { form: 'htx' }],
    ['hợp tác xã chứ không phải tổ hợp tác', { form: 'htx' }],
    ['không phải gà, là đậu phụ', { productText: 'đậu phụ' }],
    ['không phải nuôi gà đâu. nuôi vịt cơ', { productText: 'nuôi vịt' }],
    ['đậu phụ chứ không phải gà', { productText: 'đậu phụ' }],
    ['chỗ nuôi gà sửa thành làm đậu phụ nhé', { productText: 'làm đậu phụ' }],
    ['chỗ sẽ làm ghi lại: nuôi chim cút thôi, nhìn kì quá', { productText: 'nuôi chim cút' }],
    ['sẽ làm sửa thành: trồng chè, nuôi ong', { productText: 'trồng chè, nuôi ong' }],
    ['phần nơi ở đổi thành Âu Lâu', { placeText: 'phường Âu Lâu' }],
    ['dòng tên sửa lại là Hà Văn Sáu', { name: 'Hà Văn Sáu' }],
    ['giờ gọi đổi thành buổi sáng', { bestTime: 'buổi sáng' }],
  ])('%s', (text, lines) => expect(formAfter(`${filled}|${text}`).draft).toMatchObject(lines));

  test.each(['sửa thành hợp tác xã được không em', 'có phải sửa thành hợp tác xã không'])(
    '%s: asks',
    (text) => expect(formAfter(`${filled}|${text}`).draft.form).toBe('tht'),
  );

  test('beside the call time, both are taken', () => {
    const at = 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|nuôi gà|6|đồng ý|Hà Văn Sửu|0912345678';
    const told =
      'Buổi sáng từ 8 giờ. Mà khoan, bà nhà tôi bảo làm hợp tác xã trước cho nhẹ, đồng chí đổi lại giúp';
    expect(formAfter(`${at}|${told}`).draft).toMatchObject({ form: 'htx', bestTime: 'Buổi sáng từ 8 giờ' });
    expect(formAfter(`${at}|trưa. à quên, nuôi gà sửa thành nuôi vịt`).draft).toMatchObject({
      productText: 'nuôi vịt',
      bestTime: 'trưa',
    });
  });
});

test.each([
  ['Tên vẫn sai em ơi, bỏ chữ Văn đi', { name: 'Hà Sửu' }],
  ['bỏ chữ "Hà" với chữ Văn đi', { name: 'Sửu' }],
  ['thừa chữ nuôi rồi', { productText: 'gà' }],
  ['bỏ chữ Tuấn đi', { name: 'Hà Văn Sửu' }],
])('words left out: %s', (text, lines) => expect(formAfter(`${filled}|${text}`).draft).toMatchObject(lines));

test.each([
  ['Chị Lò Thị Mai em nhé', 'Lò Thị Mai'],
  ['tên chị là Mai nhé em', 'Mai'],
  ['tên bác là Hoàng Văn Páo em ạ', 'Hoàng Văn Páo'],
  ['bác Sùng A Páo đây', 'Sùng A Páo'],
  ['Em tên Lò Thị Em', 'Lò Thị Em'],
  ['Nguyễn Văn Anh', 'Nguyễn Văn Anh'],
  ['Chị Mai', 'Chị Mai'],
  ['lo thi mai em nhe', 'lo thi mai'],
])('the name in “%s”: %s', (text, name) => expect(nameIn(text)).toBe(name));

test('a name put right beside a number that is too short: both are heard', () => {
  const form = formAfter(`${upTo.name}|Chị Mai|sao lại chị Mai, tên chị là Lò Thị Mai. số 0915 662 08`);
  expect(form.draft.name).toBe('Lò Thị Mai');
  expect(form.said).toContain('9 chữ số');
});

test.each([
  ['0912 345 678 gọi buổi tối nhé ban ngày mình đi đồi', 'gọi buổi tối nhé ban ngày mình đi đồi'],
  ['0912345678 gọi sau 7h tối nha vì ban ngày bận', 'gọi sau 7h tối nha vì ban ngày bận'],
])('the time behind the number: %s', (text, bestTime) =>
  expect(formAfter(`${upTo.name}|Hà Văn Sửu|${text}`).draft.bestTime).toBe(bestTime),
);

test('a number with dots, with the name, behind the word of consent', () =>
  expect(
    formAfter(`${upTo.consent}|đồng ý. Nguyễn Thu Hà 0866.417.093 gọi lúc nào cũng được`).draft,
  ).toMatchObject({ name: 'Nguyễn Thu Hà', phone: '+84866417093', bestTime: 'gọi lúc nào cũng được' }));

test('another remark in the place of the one noted, told with consent', () =>
  expect(
    formAfter(
      'lúa bị lũ được bao nhiêu|gặp cán bộ|Tôi đồng ý. Đề nghị ghi lời nhắn là hỏi thủ tục OCOP, đừng ghi câu kia.',
    ).draft.note,
  ).toBe('hỏi thủ tục OCOP'));

test('who answers the phone is a remark, no trade and no name', () =>
  expect(
    formAfter(`${filled}|Sua: se lam la dau phu, ten nguoi nhan dien thoai la Duc chau toi`).draft,
  ).toMatchObject({
    productText: 'dau phu',
    name: 'Hà Văn Sửu',
    note: 'ten nguoi nhan dien thoai la Duc chau toi',
  }));
