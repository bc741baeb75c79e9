// Working days counted from a day that is told, Monday to Friday: "5 ngày làm việc kể từ 27/11/2026 là ngày nào"; holidays are not known.
import { workingDaysLater } from '../../../language/dates.ts';
import { clean, foldInPlace } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';
import { asksDay, daysIn } from './term.ts';

/** Days YYYY-MM-DD; `from` itself is not counted. */
export type WorkingDays = { from: string; count: number; to: string };

export function workingDaysIn(message: string, today: string): WorkingDays | undefined {
  const text = clean(message);
  const flat = foldInPlace(text);
  const [from, ...more] = daysIn(text, today);
  const counts = numbersIn(text).filter(({ end }) => unit.test(flat.slice(end)));
  const [told, ...others] = new Set(counts.map(({ value }) => value));
  if (!from || more.length > 0 || from.length < wholeDay || !asksDay.test(flat)) return undefined;
  if (told === undefined || others.length > 0 || !Number.isInteger(told) || told < 1 || told > longest)
    return undefined;
  return { from, count: told, to: workingDaysLater(from, told) };
}
const wholeDay = 10;
const longest = 60;
const unit = /^ ngay (?:lam viec|lam|cong so)\b/;
