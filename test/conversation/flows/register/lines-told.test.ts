// Lines told in other ways than asked: a place that shall be written down, a form left open, a count with a story, a trade changed beside an answer.
import { expect, test } from 'vitest';
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
