// The day of a loss as it is told in passing; what tells none, or one of lately.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossDayIn, putsLossNow } from '../../../../src/conversation/understand/loss/day.ts';

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

describe('a loss of a year past that was this year after all', () => {
  test.each([
    'nhà tôi bị hồi tháng 10 năm nay cơ',
    'khong phai nam ngoai',
    'mới bị hôm qua mà, không phải năm 2025',
    'ngập tháng 9/2026',
  ])('%s', (text) => expect(putsLossNow(text, '2026-11-30')).toBe(true));
  test.each([
    'bị năm ngoái chứ không phải năm 2024',
    'năm nay trồng gì',
    'mất từ năm 2025',
    'nhân hộ tôi đi',
  ])('stays: %s', (text) => expect(putsLossNow(text, '2026-11-30')).toBe(false));
});
