// Phone numbers however they are typed or said: found, written one way, and never left standing by the mask.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digitsOfBrokenPhone,
  findPhone,
  maskNumbers,
  readPhone,
  sayPhone,
  withEnding,
} from '../../src/language/phones.ts';

describe('phone numbers', () => {
  test.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['+84 912-345-678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['02163 852 123', '+842163852123'],
    ['0123456789', undefined],
    ['091234567', undefined],
    ['113', undefined],
    ['300.000.000', undefined],
  ])('%s', (typed, expected) => {
    expect(readPhone(typed)).toBe(expected);
  });

  test('is found inside a sentence, amounts and document numbers are not', () => {
    expect(findPhone('gọi em số 0983 12 34 56 nhé')).toBe('+84983123456');
    expect(findPhone('vay 300.000.000 đồng theo nghị định 156/2025/NĐ-CP')).toBeUndefined();
  });

  test.each([
    ['không chín một hai, ba bốn năm, sáu bảy tám', '+84912345678'],
    ['số em là khong chin tam bay 123 456 nhé', '+84987123456'],
    ['Không Ba Sáu hai. bốn tư một. năm hai hai', '+84362441522'],
    ['o912345678', '+84912345678'],
    ['không chín một hai', undefined],
    ['nhà em có hai ba bốn năm sáu bảy tám chín con', undefined],
    ['o399 12o 877', '+84399120877'],
    ['O97o.12o.45o', '+84970120450'],
    ['ao912345678', undefined],
    ['2o con gà, 3o con vịt', undefined],
  ])('is read as it is said: %s', (said, phone) => {
    expect(findPhone(said)).toBe(phone);
  });

  test.each([
    ['0912-345-67a', 9],
    ['0987 65 43', 8],
    ['0912345678', undefined],
    ['05 người', undefined],
    ['100.000 đồng', undefined],
    ['150', undefined],
  ])('the digits of what must be meant for one, %s: %s', (typed, count) => {
    expect(digitsOfBrokenPhone(typed)).toBe(count);
  });

  test('is masked where it is said in words', () => {
    expect(maskNumbers('số không chín một hai ba bốn năm sáu bảy tám nhé')).toBe('số [số] nhé');
  });

  test('is masked with identity numbers, money stays', () => {
    expect(maskNumbers('số 0912345678, cccd 015089001234, vay 300.000.000 đồng')).toBe(
      'số [số], cccd [số], vay 300.000.000 đồng',
    );
  });

  test('is said in groups', () => {
    expect(sayPhone('+84912345678')).toBe('0912 345 678');
    expect(sayPhone('+842163852123')).toBe('0216 3852 123');
    expect(sayPhone('+842438251234')).toBe('024 3825 1234');
  });

  test('no mobile number survives masking, however it is spaced', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '.', '-'), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.stringMatching(/^9\d{8}$/), separators, (rest, gaps) => {
        const typed = ['0', ...rest].map((d, i) => d + (gaps[i] ?? '')).join('');
        expect(maskNumbers(`gọi ${typed} nhé`)).toBe('gọi [số] nhé');
      }),
    );
  });
});

test.each([
  ['vẫn số đó nhưng cuối là 560', '+84912345560'],
  ['3 số cuối đổi thành 911', '+84912345911'],
  ['cuoi phai la 56', '+84912345656'],
  ['cuối tuần gọi', undefined],
  ['cuối năm 2026', undefined],
  ['cuối là 12 giờ', undefined],
])('%s: the end of a number put right', (text, phone) =>
  expect(withEnding('+84912345678', text)).toBe(phone),
);

test('a number typed with the letter is masked like any other', () =>
  expect(maskNumbers('gọi o399 12o 877 nhé, o 3 nhà')).toBe('gọi [số] nhé, o 3 nhà'));

test.each([
  '0912–345–678',
  '0912‑345‑678',
  '0912 − 345 − 678',
  '0912 - 345 - 678',
  '0912·345·678',
  '0912_345_678',
  '0912*345*678',
  '0912, 345, 678',
  '0912,345,678',
  '０９１２３４５６７８',
  '0\u200b912\u200b345678',
])('a number with the signs of other keyboards, %s, is read and masked', (typed) => {
  expect(findPhone(`số ${typed} nhé`)).toBe('+84912345678');
  expect(readPhone(typed)).toBe('+84912345678');
  expect(maskNumbers(`gọi ${typed} nhé`)).toBe('gọi [số] nhé');
});

test.each([
  'vay 1,500,000,000 đồng',
  'từ 300–500 triệu',
  'năm 2021–2025',
  'điểm 0,12 và 0,15, 0,18',
  '1_000 con',
  'từ 300.000 - 500.000 đồng',
  '05 - 07 - 2026, 14 giờ',
])('%s is no number to call', (text) => {
  expect(findPhone(text)).toBeUndefined();
  expect(maskNumbers(text)).toBe(text);
});
