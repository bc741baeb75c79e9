// Which offered choice typed words mean, by number, place or label; and when they only say “that one”.
import { describe, expect, test } from 'vitest';
import {
  chosenAmong,
  saysThatOne,
  titleAskedFor,
  titleNamed,
} from '../../../src/conversation/understand/choice.ts';

const offered = [
  { id: 'a', label: 'Tổ hợp tác' },
  { id: 'b', label: 'Hợp tác xã' },
  { id: 'c', label: 'Chưa rõ' },
];

describe('a typed choice', () => {
  test.each([
    ['2', 'b'],
    ['cái thứ hai', 'b'],
    ['số 3', 'c'],
    ['tổ hợp tác', 'a'],
    ['hop tac xa', 'b'],
    ['chua ro', 'c'],
    ['hop tac xa', 'b'],
    ['ý sau', 'c'],
    ['câu đầu', 'a'],
    ['hợp tac xã ạ', 'b'],
    ['e hỏi câu 1 đó', 'a'],
    ['ý đầu tiên ấy', 'a'],
    ['ý em là cái thứ hai cơ', 'b'],
    ['hỏi câu cuối', 'c'],
    ['4', undefined],
    ['tôi hỏi câu khác', undefined],
    ['nhà em có 2 người', undefined],
    ['ba con hỏi cái này', undefined],
  ])('%s', (text, id) => {
    expect(chosenAmong(text, offered, false)?.id).toBe(id);
  });

  test('where a number is wanted, a number is no choice', () => {
    expect(chosenAmong('2', offered, true)).toBeUndefined();
  });
});

test.each([
  ['ừ', true],
  ['ừ, đấy', true],
  ['ừ đúng câu đó', true],
  ['phải rồi', true],
  ['dung roi', true],
  ['cái đó', true],
  ['dung', false],
  ['dừng', false],
  ['không phải', false],
  ['ừ thế còn htx', false],
])('“%s” says that the one thing asked about is meant: %s', (text, says) => {
  expect(saysThatOne(text)).toBe(says);
});

describe('a title named by words of it', () => {
  const titles = [
    { title: 'Hồ sơ đăng ký tổ hợp tác gồm gì' },
    { title: 'Hồ sơ đăng ký hợp tác xã gồm gì' },
    { title: 'Lúa bị thiên tai được hỗ trợ bao nhiêu' },
  ];
  test.each([
    ['tổ hợp tác ạ', 0],
    ['cái hop tac xa ấy', 1],
    ['lúa', 2],
    ['hồ sơ', undefined],
    ['ngô', undefined],
    ['tôi hỏi lúa nhà tôi mất trắng cơ', undefined],
    ['', undefined],
  ])('%s', (text, at) => {
    expect(titleNamed(text, titles)).toBe(at === undefined ? undefined : titles[at]);
  });
});

describe('a title that is asked to be shown by some of its words', () => {
  const titles = [
    { title: 'Vay ngân hàng cần giấy tờ gì' },
    { title: 'Vay Quỹ hợp tác xã cần giấy tờ gì' },
    { title: 'Ai được vay Quỹ hợp tác xã' },
  ];
  test.each([
    ['cả ba, nhưng cho em xem vay ngân hàng giấy tờ trước', 0],
    ['xem giup toi ai duoc vay quy', 2],
    ['mở vay quỹ giấy tờ đi', 1],
    ['cho xem vay quỹ', undefined],
    ['cho xem giấy', undefined],
    ['cho xem nuôi cá lồng', undefined],
    ['vay ngân hàng giấy tờ', undefined],
    ['', undefined],
  ])('%s', (text, at) => {
    expect(titleAskedFor(text, titles)).toBe(at === undefined ? undefined : titles[at]);
  });
});

describe('what binds a person is taken in its own words only', () => {
  const offered = [
    { id: 'consent:yes', label: 'Đồng ý' },
    { id: 'consent:no', label: 'Không đồng ý' },
    { id: 'register:send', label: 'Gửi đi' },
    { id: 'data:erase', label: 'Xóa hết' },
  ];
  test.each(['dừng', 'dung', 'đừng', 'đúng', 'đóng', 'đông', 'gọi đi', 'hoa hết'])(
    '%s is none of them',
    (text) => {
      expect(chosenAmong(text, offered, true)).toBeUndefined();
    },
  );
  test.each(['đúng', 'Dũng', 'Dựng', 'đứng'])('%s is no “Dừng”', (text) => {
    expect(chosenAmong(text, [{ id: 'do:stop', label: 'Dừng' }], true)).toBeUndefined();
  });
  test.each(['dừng', 'Dừng', 'dung'])('%s may be “Dừng”', (text) => {
    expect(chosenAmong(text, [{ id: 'do:stop', label: 'Dừng' }], true)?.id).toBe('do:stop');
  });
  test.each([
    ['đồng ý', 'consent:yes'],
    ['dong y', 'consent:yes'],
    ['gửi đi', 'register:send'],
  ])('%s is %s', (text, id) => {
    expect(chosenAmong(text, offered, true)?.id).toBe(id);
  });
});
