// A period as it is counted from a day: "10 ngày", "3 ngày làm việc", "6 tháng", "5 năm".
import { daysLater, monthsLater, workingDaysLater } from '../../../language/dates.ts';
import { foldInPlace } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';

export type Period = { count: number; unit: Unit };
type Unit = 'ngày' | 'ngày làm việc' | 'tháng' | 'năm';

export const sayPeriod = ({ count, unit }: Period): string => `${count} ${unit}`;
export const isOfDays = ({ unit }: Period): boolean => unit === 'ngày' || unit === 'ngày làm việc';

/** 12 months are a year. */
export const isSamePeriod = (a: Period, b: Period): boolean => {
  const [x, y] = [inOneUnit(a), inOneUnit(b)];
  return x.unit === y.unit && x.count === y.count;
};
const inOneUnit = (period: Period): Period =>
  period.unit === 'năm' ? { count: period.count * 12, unit: 'tháng' } : period;

/** A figure of a card, where its unit is one of time and it is no part of one. */
export function asPeriod({ value, unit }: { value: number; unit: string }): Period | undefined {
  const most = longest[unit as Unit];
  return most !== undefined && Number.isInteger(value) && value >= 1 && value <= most
    ? { count: value, unit: unit as Unit }
    : undefined;
}
const longest: Record<Unit, number> = { ngày: 400, 'ngày làm việc': 60, tháng: 120, năm: 100 };

/** Each once; "tháng 6" and "năm nay" are none. */
export function periodsIn(text: string): Period[] {
  const flat = foldInPlace(text);
  const found = numbersIn(text).flatMap(({ value, start, end }): Period[] => {
    const unit = spelt.exec(flat.slice(end))?.[1]?.replace(/ +/g, ' ');
    if (!unit || calendar.test(flat.slice(0, start))) return [];
    const period = asPeriod({ value, unit: units[unit] ?? 'ngày làm việc' });
    return period ? [period] : [];
  });
  return found.filter((f, at) => found.findIndex((other) => isSamePeriod(f, other)) === at);
}
const spelt = /^ ?(thang|nam|ngay (?:lam viec|lam|cong so)|ngay)\b(?! (?:nay|ngoai|truoc|sau|toi|\d))/;
const units: Record<string, Unit | undefined> = { thang: 'tháng', nam: 'năm', ngay: 'ngày' };
const calendar = /\b(?:thang|nam|ngay) $/;

/** `from` YYYY-MM-DD itself is not counted, or YYYY-MM; days are counted from a whole day only. */
export function endOf(from: string, { count, unit }: Period): string | undefined {
  if (unit === 'tháng' || unit === 'năm') {
    const months = unit === 'năm' ? count * 12 : count;
    return from.length > monthOnly
      ? monthsLater(from, months)
      : monthsLater(`${from}-01`, months).slice(0, monthOnly);
  }
  if (from.length === monthOnly) return undefined;
  return unit === 'ngày' ? daysLater(from, count) : workingDaysLater(from, count);
}
const monthOnly = 'YYYY-MM'.length;
