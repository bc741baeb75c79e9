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
  const flat = fold(text);
  const asked = asksLength.exec(flat);
  if (!asked || periodsIn(text).length > 0) return undefined;
  const [first, second, ...more] = daysIn(text, today).filter((day) => day.length === today.length);
  if (!first || more.length > 0) return undefined;
  const pair = second ?? today;
  const [from, to] = [first, pair].sort() as [string, string];
  const spans = second !== undefined ? / (?:den|toi) /.test(flat) : first < today ? toNow : fromNow;
  const spanned = typeof spans === 'boolean' ? spans : spans.test(flat) || (first > today && asksLeft(text));
  return spanned && from !== to ? { from, to, inMonths: asked[1] === 'thang' } : undefined;
}
const asksLength = /\b(?:may|bao nhieu|bn) (ngay|hom|thang)\b/;
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
