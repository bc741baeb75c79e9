// Terms of months and years counted from a day that was told, and what is no such question.
import { describe, expect, test } from 'vitest';
import { asksOnlyPassed, asksPassed } from '../../../../src/conversation/understand/day/passed.ts';
import { dayClaimed, termIn } from '../../../../src/conversation/understand/day/term.ts';
import { workingDaysIn } from '../../../../src/conversation/understand/day/working-days.ts';

const today = '2026-11-30';

describe('whether it is past', () => {
  test.each([
    ['đã quá hạn chưa', true, true],
    ['thế còn kịp không bạn', true, true],
    ['qua han gop von roi ha', false, false],
    ['vay da het han gop chua', true, true],
    ['quá hạn chưa, phạt mấy đồng', true, false],
    ['quá hạn có sao không', false, false],
    ['hết tiền rồi thì sao', false, false],
  ])('%s', (text, asks, only) => expect([asksPassed(text), asksOnlyPassed(text)]).toEqual([asks, only]));

  test('with the term of the answer', () => {
    const usual = { months: 6, period: '6 tháng' };
    expect(termIn('vào 12/2/2026 thì đã hết hạn góp chưa', today, { usual })?.to).toBe('2026-08-12');
  });
});

describe('working days', () => {
  test.each([
    ['5 ngày làm việc kể từ 13/11/2026 là ngày nào', '2026-11-20'],
    ['nop thu bay 14/11/2026, 3 ngay lam viec la hom nao', '2026-11-18'],
    ['ký hôm nay thì năm ngày làm việc nữa là ngày mấy', '2026-12-07'],
  ])('%s', (text, to) => expect(workingDaysIn(text, today)?.to).toBe(to));

  test.each([
    '5 ngày kể từ 13/11/2026 là ngày nào',
    '5 ngày làm việc kể từ tháng 11/2026 là ngày nào',
    '5 ngày làm việc kể từ 13/11/2026 thì làm gì',
    'mấy ngày làm việc thì xong, 13/11/2026 là ngày nào',
  ])('nothing for: %s', (text) => expect(workingDaysIn(text, today)).toBeUndefined());
});

describe('the day a term runs out', () => {
  test.each([
    ['cấp giấy ngày 31/8/2026 thì đủ 6 tháng là ngày nào', '2027-02-28'],
    ['dang ky 10/4/2026 thi bao gio tron 1 nam', '2027-04-10'],
    ['lập tổ hôm nay thì khi nào đủ 12 tháng', '2027-11-30'],
    ['to em dang ky thang 3 nam nay, chua du 12 thang, cho den bao gio', '2027-03'],
    ['vào từ tháng 9/2025 thì sau 2 năm là tháng nào', '2027-09'],
    ['kết nạp 10/2/2026, chậm nhất 6 tháng thì đến ngày nào', '2026-08-10'],
  ])('%s', (text, to) => expect(termIn(text, today)?.to).toBe(to));

  test('claimed, and told before', () => {
    expect(termIn('đăng ký 10/4/2026 thì 10/4/2027 là đủ 12 tháng đúng không', today)).toMatchObject({
      to: '2027-04-10',
      claimed: '2027-04-10',
    });
    const earlier = ['tổ em đăng ký ngày 10/4/2026 rồi'];
    expect(termIn('du 6 thang la ngay nao', today, { earlier })?.to).toBe('2026-10-10');
    expect(termIn('du 6 thang la ngay nao', today, { earlier: ['luật 2024 từ 1/7/2024'] })?.to).toBe(
      '2025-01-01',
    );
  });

  test('the term of the answer, where none is told', () => {
    const usual = { months: 12, period: '12 tháng' };
    expect(termIn('cấp giấy 10/4/2026 thì bao giờ đủ', today, { usual })?.to).toBe('2027-04-10');
    expect(termIn('cấp giấy 10/4/2026 thì bao giờ họp', today, { usual })).toBeUndefined();
  });

  test.each([
    'nộp hồ sơ 15/6/2026 thì bao giờ có giấy',
    '3 ngày làm việc từ 15/6/2026 là ngày nào',
    'luật áp dụng từ 1/7/2024 đến 31/12/2025 thì đủ 12 tháng khi nào',
    'sinh 15/6/2010 bao giờ đủ 18 tuổi',
    'vay 12 tháng từ 15/6/2026 thì lãi bao nhiêu',
    'đủ 6 tháng là ngày nào',
    'đăng ký 31/2/2026 thì bao giờ đủ 12 tháng',
    'bao giờ có nghị định mới, qua tháng 6 năm nay rồi',
  ])('nothing for: %s', (text) => expect(termIn(text, today)).toBeUndefined());
});

test.each([
  ['ra là 15/6/2027 đúng không', '2027-06-15'],
  ['vay la thang 6/2027 phai k', '2027-06'],
  ['ra la 15/6/2027 dung ko. the con giay gi', '2027-06-15'],
  ['luật mới từ 15/6/2027 đúng không', undefined],
  ['15/6/2027 họp ở đâu', undefined],
])('the day that is claimed: %s', (text, day) => expect(dayClaimed(text, today)).toBe(day));
