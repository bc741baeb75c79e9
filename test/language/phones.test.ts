import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhone, maskNumbers, readPhone, sayPhone } from '../../src/language/phones.ts';

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

  test('is masked with identity numbers, money stays', () => {
    expect(maskNumbers('số 0912345678, cccd 015089001234, vay 300.000.000 đồng')).toBe(
      'số [số], cccd [số], vay 300.000.000 đồng',
    );
  });

  test('is said in groups', () => {
    expect(sayPhone('+84912345678')).toBe('0912 345 678');
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
