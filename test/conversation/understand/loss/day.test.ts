// The day of a loss as it is told in passing; what tells none, or one of lately.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossDayIn } from '../../../../src/conversation/understand/loss/day.ts';

describe('lossDayIn', () => {
  test.each([
    ['Bão số 3 năm 2024 ngô nhà tôi mất trắng 7 sào', '2024-07-02'],
    ['thang 9/2024 lu cuon het ao ca', '2024-09-01'],
    ['năm ngoái lợn chết hết', '2025-07-02'],
    ['bão số 3 năm 2024 mất trắng, đến hôm nay chưa được đồng nào', '2024-07-02'],
    ['thế bây giờ lúa mất trắng thì được bao nhiêu', 'now'],
    ['năm nay lúa ngập mất trắng', 'now'],
    ['lợn nhà tôi chết tuần trước', 'now'],
    ['năm 2024 lập htx cần mấy người', undefined],
    ['lúa ngập được bao nhiêu', undefined],
    ['', undefined],
  ])('%s', (message, day) => {
    expect(lossDayIn(message, '2026-11-29')).toBe(day);
  });

  test('any text gives a day of a year before, "now" or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const day = lossDayIn(text, '2026-11-29');
        expect(day === undefined || day === 'now' || day < '2026').toBe(true);
      }),
    );
  });
});
