// Lines told in other ways than asked: a place that shall be written down, a form left open, a count with a story, a trade changed beside an answer.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

const opened = 'đăng ký lập nhóm';

test.each([
  [upTo.place, 'ở Bảo Hà nhưng ghi Văn Phú nhé vì trại ở đó', { place: 'phuong-van-phu' }],
  [opened, 'cái nào cx dc', { form: 'unsure' }],
  [opened, 'cái nào cũng dc miễn bán được giá', { form: 'unsure' }],
  [opened, 'tùy cán bộ', { form: 'unsure' }],
  [opened, 'chưa rõ. sáng 0888304417 đồng ý', { form: 'unsure' }],
  [
    upTo.members,
    '3, mà 1 đứa chuẩn bị đi nhật chưa chắc',
    { members: 3, note: '1 đứa chuẩn bị đi nhật chưa chắc' },
  ],
  [upTo.members, '7 mà 1 đứa 17t nên ghi 6 chính thức đi', { members: 6 }],
  [
    upTo.members,
    '5, mà sửa nghề là homestay với cho thuê xe nha',
    { members: 5, productText: 'homestay với cho thuê xe' },
  ],
])('%s|%s', (before, text, lines) => expect(formAfter(`${before}|${text}`).draft).toMatchObject(lines));

test.each([
  [opened, 'cái nào dễ hơn'],
  [upTo.members, '3 sào'],
])('%s|%s: nothing is filled in', (before, text) =>
  expect(formAfter(`${before}|${text}`).draft).toEqual(formAfter(before).draft),
);

test('“gửi lại phiếu vừa nãy” where none is kept begins a new one, and says so', () => {
  const form = formAfter('đăng ký lập nhóm|tổ hợp tác|dừng|vợ bảo ok, gửi lại cái phiếu vừa nãy đi');
  expect(form.said).toContain('tôi không còn giữ');
  expect(form.step).toBe('form');
});

describe('told before the form, and not asked for again', () => {
  test.each([
    ['cho em đăng ký lập tổ nuôi cá, gọi em buổi tối', { form: 'tht', bestTime: 'gọi em buổi tối' }],
    [
      'đăng ký lập nhóm giúp tôi, 5 người ở Văn Phú, gọi sau 6 giờ chiều nhé',
      { members: 5, placeText: 'phường Văn Phú', bestTime: 'gọi sau 6 giờ chiều nhé' },
    ],
    [
      'chị có mấy chị em làm bánh chưng muốn lập tổ hợp tác thì cần bao nhiêu người|đăng ký lập nhóm',
      { form: 'tht', productText: 'làm bánh chưng' },
    ],
    [
      'tổ hợp tác với htx khác nhau chỗ nào|thôi vậy lập tổ hợp tác trước rồi sau lên htx có được không|ok đăng ký lập nhóm đi',
      { form: 'tht' },
    ],
    [
      'nhóm em làm bánh chưng muốn lập tổ hợp tác thì cần giấy tờ gì|nhóm em nuôi gà muốn lập tổ|đăng ký lập nhóm',
      { product: 'ga-vit' },
    ],
  ])('%s', (talk, fields) => expect(formAfter(talk).draft).toMatchObject(fields));

  test('a time told with the wish for a call', () =>
    expect(formAfter('nhờ cán bộ gọi lại cho tôi, gọi buổi tối nhé').draft.bestTime).toBe(
      'gọi buổi tối nhé',
    ));

  test('who wants a meeting is no group', () =>
    expect(
      formAfter('bọn tôi 5 người muốn họp bất thường thì làm sao|đăng ký lập nhóm').draft.members,
    ).toBeUndefined());

  test('a trade in its own words is forgotten as any other', () => {
    const said = 'nhóm em làm bánh chưng muốn lập tổ hợp tác thì cần giấy tờ gì|sửa|Quên: làm bánh chưng';
    expect(formAfter(said).said).not.toContain('làm bánh chưng');
  });
});
