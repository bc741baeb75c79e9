// An answer and a question in one message: the one is taken and the other answered, at whichever step.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

describe('at the notice', () => {
  test.each([
    'dạ con đồng ý, con 16 tuổi có sao không ạ',
    'đồng ý. mà lập tổ có mất tiền không',
    'đồng ý, thế bao giờ gọi',
    'dong y. ma neu lap roi may cay la cua to hay van cua toi',
    'đồng ý, ai gọi cho tôi thế',
    'vâng đồng ý, nhưng ghép với người khác là sao',
  ])('%s: agreed to, and the name is asked', (text) => {
    const form = formAfter(`${upTo.consent}|${text}`);
    expect(form.consented).toBe(true);
    expect(form.step).toBe('name');
  });
  test.each([
    'đồng ý, nhưng hỏi trước đã, có mất tiền không',
    'đồng ý nhưng số tôi có bị lộ không',
    'đồng ý nếu không gọi ban đêm được không',
    'đồng ý, khoan, lập tổ có mất tiền không',
    'có cho giám đốc htx biết k',
  ])('%s: not agreed to', (text) => expect(formAfter(`${upTo.consent}|${text}`).consented).toBe(false));

  test('who is not of age is told what to do', () =>
    expect(formAfter(`${upTo.consent}|đồng ý, con 16 tuổi có sao không`).said).toContain('người lớn'));
  test('who else learns of it is told', () =>
    expect(formAfter(`${upTo.consent}|có cho giám đốc htx biết k`).said).toContain('Chỉ cán bộ phụ trách'));
});

test.each([
  ['Tổ hợp tác ạ, mà khoan đăng ký này có mất tiền không chị', 'tht'],
  ['htx. lập htx cần mấy người vậy', 'htx'],
])('at the first step: %s', (text, form) => {
  const after = formAfter(`đăng ký lập nhóm|${text}`);
  expect(after.draft.form).toBe(form);
  expect(after.step).toBe('place');
});

test('a trade of no list is taken beside a question', () =>
  expect(
    formAfter(
      'đăng ký lập nhóm|tổ hợp tác|Văn Phú|nuôi cút đẻ trứng. cho hỏi chuồng cút trong phường có bị cấm ko z',
    ).draft.productText,
  ).toBe('nuôi cút đẻ trứng'));

const filled = 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|6|đồng ý|Hà Văn Sửu|0912345678|tối';
test.each([
  ['gửi đi ạ. Bao giờ thì có người gọi hả chị', true],
  ['gửi đi. lập tổ có mất tiền không', true],
  ['ok gửi giúp em. ai gọi cho em thế', true],
  ['gửi đi, mà có mất tiền không', false],
  ['gửi đi. khoan đã, số tôi có bị lộ không', false],
])('“%s” is sent: %s', (text, sent) =>
  expect(formAfter(`${filled}|${text}`).said.includes('Mã phiếu')).toBe(sent),
);
