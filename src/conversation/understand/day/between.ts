// How long it is between two days, or from a day to today: "từ 22/9 đến nay được mấy ngày", "đến hạn 15/1 thì còn mấy hôm nữa".
import { daysBetween, monthsLater } from '../../../language/dates.ts';
import { clean, fold } from '../../../language/fold.ts';
import { daysIn } from './days-told.ts';
import { asksLeft } from './passed.ts';
import { periodsIn } from './period.ts';

/** Days YYYY-MM-DD, `from` before `to`; `inMonths`: months were asked for. */
export type Between = { from: string; to: string; inMonths: boolean };

export function betweenIn(message: string, today: string): Between | undefined {
  const text = clean(message);
  if (!asksHowLong(text) || periodsIn(text).length > 0) return undefined;
  const [first, second, ...more] = daysIn(text, today).filter((day) => day.length === today.length);
  if (!first || more.length > 0 || !isSpan(text, { first, second, today })) return undefined;
  const [from, to] = [first, second ?? today].sort() as [string, string];
  return from === to ? undefined : { from, to, inMonths: howLong.exec(fold(text))?.[1] === 'thang' };
}

/** "Mấy ngày", "bao nhiêu tháng". */
export const asksHowLong = (text: string): boolean => howLong.test(fold(text));
const howLong = /\b(?:may|bao nhieu|bn) (ngay|hom|thang)\b/;

/** From the one day to the other, to now or from now: no period that begins on a day. */
function isSpan(text: string, days: { first: string; second: string | undefined; today: string }): boolean {
  const flat = fold(text);
  if (days.second !== undefined) return / (?:den|toi) /.test(flat);
  if (days.first < days.today) return toNow.test(flat);
  return fromNow.test(flat) || asksLeft(text);
}
const toNow = /\b(?:den|toi) (?:(?:hom |bay )?(?:nay|gio))\b/;
const fromNow = /\btu (?:(?:hom |bay )?(?:nay|gio))\b/;

/** "3 tháng 17 ngày", "70 ngày". */
export function sayBetween({ from, to, inMonths }: Between): string {
  if (!inMonths) return `${daysBetween(from, to)} ngày`;
  let months = 0;
  while (monthsLater(from, months + 1) <= to) months++;
  const days = daysBetween(monthsLater(from, months), to);
  const parts = [...(months > 0 ? [`${months} tháng`] : []), ...(days > 0 ? [`${days} ngày`] : [])];
  return parts.join(' ');
}
