// Which pieces of text ask something.
import { describe, expect, test } from 'vitest';
import {
  asksForPerson,
  asksForPersonAtLast,
  asksShorter,
  asksToBeTold,
  goesOnFrom,
  isAsking,
} from '../../src/language/asking.ts';

describe('asks', () => {
  test.each([
    'nộp ở đâu',
    'mất bao nhiêu',
    'may nguoi thi duoc',
    'làm thế nào?',
    'vay duoc ko',
    'bảo lâu lắm à',
    'bao lâu',
  ])('%s', (text) => {
    expect(isAsking(text)).toBe(true);
  });
});

describe('asks nothing', () => {
  test.each([
    'nhà em trồng chè',
    'nhà tôi trồng 5 sào rau',
    'nha toi trong 5 sao rau',
    'gì',
    'Mật ong nhà bà ai ăn cũng khen',
    'ai cũng ra xem',
    'xã Minh Bảo',
    'xã Bảo Hà',
    'thôi không cần nữa đâu',
  ])('%s', (text) => {
    expect(isAsking(text)).toBe(false);
  });
});

describe('goes on from the question before', () => {
  test.each([
    ['còn ao cá nhà tôi', true],
    ['thế còn gà', true],
    ['vay con trau bo', true],
    ['con trau', true],
    ['con trâu nhà tôi', false],
    ['nhà em còn hai con trâu', false],
    ['Côn Minh', false],
    ['', false],
  ])('%s: %s', (text, goesOn) => {
    expect(goesOnFrom(text)).toBe(goesOn);
  });
});

test.each([
  ['thoi dai qua chau oi, noi gon thoi', true],
  ['tom lai vao thi dc tien hay ko', true],
  ['nói dễ hiểu hơn đi', true],
  ['htx chia lãi thế nào', false],
  ['bao gọn bao nhiêu tiền', false],
])('“%s” asks for it shorter: %s', (text, shorter) => {
  expect(asksShorter(text)).toBe(shorter);
});

test.each([
  ['ok. khi nào có thì báo mình nhé', true],
  ['co thong tin thi nhan em voi', true],
  ['biết thì báo lại cho tôi', true],
  ['có phải báo phường không', false],
  ['co ai bao cho phuong chua', false],
])('“%s” asks to be told once it is known: %s', (text, told) => {
  expect(asksToBeTold(text)).toBe(told);
});

test.each([
  ['ok vay ghi giup toi can bo goi lai', true],
  ['chuyển cán bộ tỉnh giúp tôi', true],
  ['nhờ cán bộ gọi lại cho tôi', true],
  ['can bo goi toi bao nop tien', false],
  ['khi nào cán bộ gọi lại', false],
  ['có cán bộ nào gọi lại không', false],
  ['chuyển cán bộ xã thành công chức', false],
  ['cho tôi gặp cán bộ thú y', true],
  ['ban dang ky cho toi gap can bo thu y duoc khong', true],
  ['gặp cán bộ thú y ở đâu', false],
])('“%s” asks for a person: %s', (text, asks) => {
  expect(asksForPerson(text)).toBe(asks);
});

test.each([
  ['máy không biết thì thôi. cho chị gặp người thật', true],
  ['hoi mai khong ra, thoi gap can bo di', true],
  ['không đúng, nối máy với cán bộ giúp tôi', true],
  ['hồ sơ gồm gì, gặp cán bộ nào', false],
  ['em đã ra phường, gặp cán bộ rồi', false],
  ['gặp cán bộ', false],
  ['noi chuyen nhu may, co biet goi cho ai ko', true],
  ['như máy, có biết gọi cho ai không', true],
  ['mua máy giống máy cũ thì hỏi ai', false],
])('“%s” ends by asking for a person: %s', (text, asks) => {
  expect(asksForPersonAtLast(text)).toBe(asks);
});
