// Dates as written here: 01/7/2024, 7/2024, năm 2023; and "today" in Việt Nam.

export type DateFound = {
  start: number;
  end: number;
  text: string;
  year: number;
  month?: number;
  day?: number;
};

/** Behind four digits that are no year: "2000m2", "2020 kg". */
const measured =
  '(?<!n[ăa]m \\d{4})\\s?(?:m2|m²|m|mét|met|kg|ký|ky|kí|ki|cân|can|yến|yen|tạ|tấn|tan|ha|sào|sao|con|gốc|goc|cây|cay|bầu|đồng|dong|nghìn|nghin|ngàn|triệu|trieu|tr|k)(?![\\p{L}\\d])';
const dated = new RegExp(
  `(?<![\\d/])(?:(\\d{1,2})\\s?[/.-]\\s?)?(\\d{1,2})\\s?[/.-]\\s?((?:19|20)\\d{2})(?![\\d/])|(?<![\\d/.,])((?:19|20)\\d{2})(?![\\d/]|[.,]\\d|${measured})`,
  'giu',
);
const spelt = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d{2})/giu;

/** Every date or bare year in the text. A number such as 2.500 or 1.234,5 is not a year. */
export function datesIn(text: string): DateFound[] {
  const found: DateFound[] = [];
  for (const m of text.matchAll(spelt)) {
    found.push({ ...span(m), day: Number(m[1]), month: Number(m[2]), year: Number(m[3]) });
  }
  for (const m of text.matchAll(dated)) {
    const at = span(m);
    if (found.some((f) => at.start < f.end && f.start < at.end)) continue;
    if (m[4]) found.push({ ...at, year: Number(m[4]) });
    else if (Number(m[2]) >= 1 && Number(m[2]) <= 12) {
      const day = m[1] ? { day: Number(m[1]) } : {};
      found.push({ ...at, ...day, month: Number(m[2]), year: Number(m[3]) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function span(m: RegExpMatchArray): { start: number; end: number; text: string } {
  const start = m.index ?? 0;
  return { start, end: start + m[0].length, text: m[0] };
}

/** The calendar day in Asia/Ho_Chi_Minh (UTC+7, no summer time), YYYY-MM-DD. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** "2024-07-01" → "01/7/2024", the way Vietnamese documents write it. */
export function sayDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** The last day of a term of `months` that began on `from`: 18 months from 2024-07-01 end on 2025-12-31; where the last month has no such day, on its last one. */
export function lastDayOfMonths(from: string, months: number): string {
  const end = new Date(`${from}T00:00:00Z`);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + months);
  end.setUTCDate(end.getUTCDate() === day ? day - 1 : 0);
  return end.toISOString().slice(0, 10);
}

/** The same day of the month so many months later; where that month has no such day, its last one. */
export function monthsLater(from: string, months: number): string {
  const end = new Date(`${from}T00:00:00Z`);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
}

export function daysLater(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10);
}
const dayInMs = 86_400_000;

/** Whole days from one day to another; below zero where it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayInMs);

/** The so-manieth day from Monday to Friday behind a day. */
export function workingDaysLater(from: string, count: number): string {
  const at = new Date(`${from}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    if (at.getUTCDay() % 6 !== 0) left--;
  }
  return at.toISOString().slice(0, 10);
}

/** "thứ sáu ngày 27/11/2026". */
export const sayWeekday = (iso: string): string =>
  `${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]} ngày ${sayDate(iso)}`;
const weekdays = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

/** The day that stands for a year asked about without one. */
export const middleOfYear = (year: number | string): string => `${year}-07-02`;

/** "ngày 01/5/2022"; for a year asked about without a day, "thời điểm giữa năm 2023". */
export function sayDay(iso: string): string {
  const year = iso.slice(0, 4);
  return iso === middleOfYear(year) ? `thời điểm giữa năm ${year}` : `ngày ${sayDate(iso)}`;
}
