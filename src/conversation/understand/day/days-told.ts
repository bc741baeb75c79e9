// The days that are told in a message: "15/6/2026", "hôm 25/11", "tháng 6 năm nay", "hôm qua".
import { datesIn, daysLater } from '../../../language/dates.ts';
import { clean, foldInPlace, syllables } from '../../../language/fold.ts';

/** YYYY-MM-DD, or YYYY-MM where no day was told; each once, in the order they are told. */
export function daysIn(text: string, today: string): string[] {
  const flat = foldInPlace(text);
  const dated = datesIn(text).flatMap(({ year, month, day, start }) =>
    month ? [{ at: start, day: isoOf(year, month, day) }] : [],
  );
  const found = [...dated, ...ofYear(flat, today), ...withoutYear(flat, today), ...nearToday(flat, today)];
  return [...new Set(found.sort((a, b) => a.at - b.at).flatMap(({ day }) => day ?? []))];
}
type Found = { at: number; day: string | undefined };

function ofYear(flat: string, today: string): Found[] {
  const year = Number(today.slice(0, 4));
  return [...flat.matchAll(monthOfYear)].map((m) => {
    const of = m[3] === 'nay' ? year : m[3] === 'ngoai' ? year - 1 : Number(m[3]);
    return { at: m.index, day: isoOf(of, Number(m[2]), m[1] ? Number(m[1]) : undefined) };
  });
}
const monthOfYear =
  /(?:\b(?:ngay )?(?:mung |mong )?(\d{1,2})(?: thang |[/-]))?(?<=\bthang |[/-])(\d{1,2}) nam (nay|ngoai|(?:19|20)\d{2})\b/g;

/** "Hôm 25/11" is past, "ngày 20/12" may be soon; "3/5" is a day only where it is called one, "25/11" is no part of anything. */
function withoutYear(flat: string, today: string): Found[] {
  const called = [...flat.matchAll(dayOfMonth)];
  const bare = [...flat.matchAll(moreThanWhole)].filter(
    ({ 1: day, 2: month, index }) =>
      Number(day) > Number(month) && !called.some((c) => c.index <= index && index < c.index + c[0].length),
  );
  return [...called, ...bare].map((m) => {
    const latest = /\b(?:hom|bua)\b/.test(m[0]) ? today : daysLater(today, soon);
    const years = [1, 0, -1].map((by) => Number(today.slice(0, 4)) + by);
    const days = years.flatMap((y) => isoOf(y, Number(m[2]), Number(m[1])) ?? []);
    return { at: m.index, day: days.find((day) => day <= latest) };
  });
}
const soon = 120;
const weekday = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])';
const ofPeople = '(?! ?(?:nam (?:nay|ngoai|\\d)|(?:so|nguoi|nha|ho|thanh vien|phieu)\\b))';
const dayOfMonth = new RegExp(
  `\\b(?:ngay|hom|bua|mung|mong|tu|den|toi|truoc|sau|${weekday}) (?:${weekday} )?(?:ngay |hom |mung |mong )?(\\d{1,2})(?: thang |[/-])(\\d{1,2})(?![\\d/-])${ofPeople}`,
  'g',
);
/** "24/7" is no day either. */
const moreThanWhole = new RegExp(`(?<![\\d/.,-])(?!24/7)(\\d{1,2})/(\\d{1,2})(?![\\d/-])${ofPeople}`, 'g');

/** The message without a day of one's own ("hôm 28/11", "ngày 3/12"): what is asked is in the other words. */
export function withoutOwnDays(text: string): string {
  const typed = clean(text);
  const flat = foldInPlace(typed);
  let rest = typed;
  for (const m of [...flat.matchAll(dayOfMonth)].toReversed())
    rest = `${rest.slice(0, m.index)} ${rest.slice(m.index + m[0].length)}`;
  return syllables(rest).length >= fewestLeft ? rest : text;
}
const fewestLeft = 4;

function nearToday(flat: string, today: string): Found[] {
  return [...flat.matchAll(/\bhom (nay|qua|kia)\b/g)].map((m) => ({
    at: m.index,
    day: daysLater(today, -(ago[m[1] ?? ''] ?? 0)),
  }));
}
const ago: Record<string, number> = { nay: 0, qua: 1, kia: 2 };

function isoOf(year: number, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  const iso = `${head}-${String(day).padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === iso ? iso : undefined;
}
