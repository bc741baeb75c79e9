// An answer to the step with another line put right behind it: both are taken, and what only sounds like it is not.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

describe('the answer and another line', () => {
  test.each([
    [upTo.name, 'Sim. à thôi 5 người, vừa có thêm em dâu', { name: 'Sim', members: 5 }],
    [upTo.name, 'Sơn, mà giờ 6 hộ rồi', { name: 'Sơn', members: 6, memberUnit: 'hộ' }],
    [upTo.phone, '0912 345 678, à mà giờ 6 hộ rồi', { phone: '+84912345678', members: 6 }],
    [upTo.time, 'tối. à đổi sang nuôi gà nhé', { bestTime: 'tối', productText: 'nuôi gà' }],
  ])('%s|%s', (before, text, lines) => expect(formAfter(`${before}|${text}`).draft).toMatchObject(lines));

  test('the same number once more changes nothing', () => {
    const form = formAfter(`${upTo.name}|Sim. à thôi 4 người`);
    expect(form.draft).toMatchObject({ name: 'Sim', members: 4 });
    expect(form.said).not.toContain('Tôi ghi lại');
  });

  test('name and number of somebody else, told in one breath', () => {
    const form = formAfter(`${upTo.name}|gọi ba con là ông Hà Văn Sính ạ, còn số thì số con 0387 112 946`);
    expect(form.draft).toMatchObject({ name: 'ông Hà Văn Sính', phone: '+84387112946' });
    expect(form.kept).not.toMatch(/Sính|0387/);
  });

  test('what stands behind a name and is no line goes with the form', () =>
    expect(formAfter(`${upTo.name}|Man. chong toi mat thang 10`).draft).toMatchObject({
      name: 'Man',
      note: 'chong toi mat thang 10',
    }));
});

test('“nói rồi” before what is said again is left out', () => {
  expect(formAfter('đăng ký lập nhóm|tổ hợp tác|Văn Phú|nói rồi đó, may gia công').draft.productText).toBe(
    'may gia công',
  );
  expect(formAfter(`${upTo.members}|đã bảo rồi mà, 5 hộ`).draft).toMatchObject({ members: 5 });
});

describe('what was given before', () => {
  test.each([
    ['vẫn số đó nhưng cuối là 560', '+84972441560'],
    ['vẫn số cũ', '+84972441506'],
    ['giữ nguyên', '+84972441506'],
  ])('asked for again: %s', (text, phone) => {
    const form = formAfter(`${upTo.phone}|0972441506|quay lại|${text}`);
    expect(form.draft.phone).toBe(phone);
    expect(form.step).toBe('time');
  });

  test('a number told before consent is kept nowhere, and whoever points back to it is told so', () => {
    const agreed = formAfter(`${upTo.consent}|0912345678|đồng ý`);
    expect(agreed.said).toContain('trước lúc đồng ý thì tôi không giữ');
    const pointed = formAfter(`${upTo.consent}|0912345678|đồng ý|Sơn|số lúc nãy ấy`);
    expect(pointed.said).toContain('trước lúc đồng ý thì tôi không giữ');
    expect(JSON.stringify(pointed)).not.toContain('345678');
    expect(formAfter(`${upTo.consent}|đồng ý`).said).not.toContain('không giữ');
  });
});
