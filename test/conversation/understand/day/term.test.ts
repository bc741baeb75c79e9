// Periods counted from a day that was told, and what is no such question.
import { describe, expect, test } from 'vitest';
import { daysIn } from '../../../../src/conversation/understand/day/days-told.ts';
import { asksLeft, asksOnlyPassed, asksPassed } from '../../../../src/conversation/understand/day/passed.ts';
import { isSamePeriod, periodsIn } from '../../../../src/conversation/understand/day/period.ts';
import { dayClaimed, termHeld, termIn } from '../../../../src/conversation/understand/day/term.ts';

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
    const usual = { count: 6, unit: 'tháng' } as const;
    expect(termIn('vào 12/2/2026 thì đã hết hạn góp chưa', today, { usual })?.to).toBe('2026-08-12');
  });
});

test.each([
  ['con may ngay nua thi het han', true],
  ['thế còn lại bao nhiêu ngày', true],
  ['còn mấy nhà chưa góp', false],
])('how long it is from today: %s', (text, asks) => expect(asksLeft(text)).toBe(asks));

test.each([
  ['họp hôm 25/11, ra phường trước 5/12', ['2026-11-25', '2026-12-05']],
  ['ngày 3 tháng 1 này', ['2027-01-03']],
  ['hôm 3/1', ['2026-01-03']],
  ['ngày 12/5', ['2026-05-12']],
  ['thu sau 27/11', ['2026-11-27']],
  ['hôm thứ 6 ngày 27/11', ['2026-11-27']],
  ['từ mùng 2/9', ['2026-09-02']],
  ['hôm qua ký rồi', ['2026-11-29']],
  ['25 tháng 11 năm ngoái', ['2025-11-25']],
  ['có 3/5 nhà giơ tay', []],
  ['đến 3/5 nhà giơ tay', []],
  ['ngày 25/11 họp', ['2026-11-25']],
  ['hôm 31/2', []],
])('days told: %s', (text, days) => expect(daysIn(text, today)).toEqual(days));

test('periods told', () => {
  expect(periodsIn('3 ngày làm việc, 10 ngày, 12 tháng hay 1 năm, tháng 6 năm nay')).toEqual([
    { count: 3, unit: 'ngày làm việc' },
    { count: 10, unit: 'ngày' },
    { count: 12, unit: 'tháng' },
  ]);
  expect(isSamePeriod({ count: 10, unit: 'ngày' }, { count: 10, unit: 'ngày làm việc' })).toBe(false);
});

describe('days', () => {
  test.each([
    ['5 ngày làm việc kể từ 13/11/2026 là ngày nào', '2026-11-20'],
    ['nop thu bay 14/11/2026, 3 ngay lam viec la hom nao', '2026-11-18'],
    ['ký hôm nay thì năm ngày làm việc nữa là ngày mấy', '2026-12-07'],
    ['5 ngày kể từ 13/11/2026 là ngày nào', '2026-11-18'],
    ['60 ngay tinh tu hom 20/11 la den ngay nao', '2027-01-19'],
  ])('%s', (text, to) => expect(termIn(text, today)?.to).toBe(to));

  test('those of the answer, where none are told', () => {
    const usual = { count: 10, unit: 'ngày' } as const;
    expect(termIn('hop to hom 25/11 thi cham nhat ngay nao ra phuong', today, { usual })?.to).toBe(
      '2026-12-05',
    );
    const earlier = ['bầu tổ trưởng hôm 25/11'];
    expect(termIn('thế từ hôm nay còn mấy ngày nữa', today, { usual, earlier })?.to).toBe('2026-12-05');
  });

  test.each([
    ['đổi tổ trưởng hôm 25/11 rồi, phải báo trong mấy ngày', '2026-12-05'],
    ['hom 12/11 doi dia chi, gio ra phuong co bi qua han khong', '2026-11-22'],
    ['nop don hom 25/11 roi day', '2026-12-05'],
    ['đổi tổ trưởng hôm 25/11 rồi, phải mang giấy gì', undefined],
    ['phải báo trong mấy ngày', undefined],
  ])('told with what is asked: %s', (text, to) =>
    expect(termHeld(text, today, { count: 10, unit: 'ngày' })?.to).toBe(to),
  );

  test.each([
    '5 ngày làm việc kể từ tháng 11/2026 là ngày nào',
    '5 ngày làm việc kể từ 13/11/2026 thì làm gì',
    'mấy ngày làm việc thì xong, 13/11/2026 là ngày nào',
  ])('nothing for: %s', (text) => expect(termIn(text, today)).toBeUndefined());
});

describe('the day a term runs out', () => {
  test.each([
    ['cấp giấy ngày 31/8/2026 thì đủ 6 tháng là ngày nào', '2027-02-28'],
    ['dang ky 10/4/2026 thi bao gio tron 1 nam', '2027-04-10'],
    ['lập tổ hôm nay thì khi nào đủ 12 tháng', '2027-11-30'],
    ['to em dang ky thang 3 nam nay, chua du 12 thang, cho den bao gio', '2027-03'],
    ['vào từ tháng 9/2025 thì sau 2 năm là tháng nào', '2027-09'],
    ['điều lệ ghi nhiệm kỳ 5 năm, bầu 20/12/2021, vậy còn mấy ngày phải bầu lại', '2026-12-20'],
    ['tu 20/12/2021 cong 5 nam la ngay nao', '2026-12-20'],
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
    const usual = { count: 12, unit: 'tháng' } as const;
    expect(termIn('cấp giấy 10/4/2026 thì bao giờ đủ', today, { usual })?.to).toBe('2027-04-10');
    expect(termIn('cấp giấy 10/4/2026 thì bao giờ họp', today, { usual })).toBeUndefined();
  });

  test.each([
    'nộp hồ sơ 15/6/2026 thì bao giờ có giấy',
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
