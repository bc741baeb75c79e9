// Who leaves a name and a number, or asks in a sentence to be called, gets the form that leads to it; a question keeps its answer, and no number is kept before consent.
import { describe, expect, test } from 'vitest';
import {
  asksForCall,
  asksToBeCalled,
  purposeOf,
  storyOf,
} from '../../../src/conversation/understand/call-wish.ts';
import { formAfter } from '../../support/form.ts';

describe('a call-back opens', () => {
  test.each([
    'các bác gọi giúp tôi số 0349 771 205, nhà tôi nuôi tằm mà không biết bán ở đâu',
    'cháu ghi cho bà hỏi cán bộ, bà tên Đỗ Thị Nhài số máy bàn 0216 385 2210 tối hãy gọi',
    'thoi cho toi nhan can bo. toi ten Man, 0383 902 115',
    'em là Hà, muốn vào htx chè, số 0912 345 678',
    'gọi cho chị 0912 345 678',
    'tôi xin cán bộ gọi lại để chỉ cho hợp tác xã nào gần nhà',
    'gọi lại cho tôi về chuyện vay vốn nhé',
  ])('%s', (text) => {
    const form = formAfter(text);
    expect(form.step).toBe('consent');
    expect(form.said).toContain('Tôi ghi lời nhắn để cán bộ gọi lại');
    expect(JSON.stringify([form.draft, form.kept])).not.toMatch(/771|3852|902 ?115|345 ?678/);
  });

  test.each([
    'có người gọi cho tôi từ số 0912 345 678 xưng là cán bộ bảo nộp 2 triệu',
    'số 0912345678 gọi cho tôi đòi tiền có phải lừa không',
    'khi nào cán bộ gọi lại',
    'cán bộ có gọi lại không',
    'tôi là Lan 0912345678, cho hỏi lập htx cần mấy người',
  ])('and not for “%s”', (text) => expect(formAfter(text).step).toBe('none'));
});

test('beside a question that is answered, that the number is not noted is said', () => {
  expect(formAfter('hồ sơ lập htx gồm gì, số của tôi 0912345678').said).toContain('Số của bạn tôi chưa ghi');
  expect(formAfter('số 0912345678 gọi cho tôi đòi tiền có phải lừa không').said).not.toContain(
    'Số của bạn tôi chưa ghi',
  );
});

describe('registering opens', () => {
  test.each([
    ['dky giùm tui lun, tui Linh 0356.778.012 ở Nam Cường', { placeText: 'phường Nam Cường' }],
    ['thôi ghi lại cho tôi: Dũng 0904556781, 8 anh em lập htx, gọi sau 6h tối', { form: 'htx', members: 8 }],
    ['ok rõ rồi. cho đăng ký lập nhóm lại, à mà 6 người nhé có thêm thằng em', { members: 6 }],
    ['mình muốn đăng ký lập nhóm may gia công tại nhà, nhận hàng về làm', { productText: 'may gia công' }],
    ['đăng kí lập nhóm nuôi gà đồi', { productText: 'nuôi gà đồi' }],
    [
      'muốn đăng ký lập htx mộc với chế biến quế, 5 người',
      { productText: 'mộc với chế biến quế', members: 5 },
    ],
    ['muốn lập nhóm cùng nhau làm miến đao', { productText: 'làm miến đao' }],
  ])('%s', (text, lines) => expect(formAfter(text).draft).toMatchObject(lines));

  test.each([
    'đăng ký lập tổ hợp tác cho em đi',
    'đăng ký lập nhóm với 3 nhà hàng xóm',
    'em muốn đăng ký lập nhóm ở Văn Phú',
  ])('%s: no trade is told', (text) => expect(formAfter(text).draft.productText).toBeUndefined());

  test('and not for a question with a number beside it', () =>
    expect(formAfter('đăng ký lập htx cần gì, số tôi 0912345678').said).not.toContain(
      'Tôi ghi phiếu nguyện vọng',
    ));
});

test.each([
  ['cho tôi gặp cán bộ để hỏi việc rút vốn', 'hỏi việc rút vốn'],
  ['xin cán bộ gọi lại về chuyện vay vốn', 'chuyện vay vốn'],
  ['gặp cán bộ để hỏi cho rõ', undefined],
  ['gặp cán bộ', undefined],
])('“%s” is about: %s', (text, purpose) => expect(purposeOf(text)).toBe(purpose));

test('what is told beside name and number goes with it, and neither of them does', () => {
  const told = 'tôi là Lương Thị Mùi, nuôi tằm bốn năm, kén bán không ai mua, các bác gọi giúp số [số]';
  expect(storyOf(told)).toBe('nuôi tằm bốn năm, kén bán không ai mua');
  expect(storyOf('tôi tên Mẩn, [số]')).toBeUndefined();
});

test.each([
  ['nhờ cán bộ gọi lại giúp em', true],
  ['cho cán bộ gọi lại được không', true],
  ['cán bộ gọi lại chưa', false],
  ['htx gọi tôi lên họp', false],
])('“%s” asks for a call: %s', (text, asks) => expect(asksForCall(text)).toBe(asks));

test.each([
  ['tối hãy gọi [số]', true],
  ['sao chưa gọi cho tôi [số]', false],
  ['ai gọi cho tôi từ số [số]', false],
])('beside a number “%s”: %s', (text, asks) => expect(asksToBeCalled(text)).toBe(asks));
