// Phone numbers however they are typed or said: found, written one way, and never left standing by the mask.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digitsOfBrokenPhone,
  findPhone,
  maskNumbers,
  readPhone,
  sayPhone,
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
    ['ao912345678', undefined],
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
