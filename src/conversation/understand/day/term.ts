// A day told and a term of months or years counted from it: "đăng ký 15/6/2026 thì ngày nào đủ 12 tháng".
import { datesIn, monthsLater } from '../../../language/dates.ts';
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';
import { claims, firstSentence } from '../phrasing/claims.ts';
import { asksPassed } from './passed.ts';

/** YYYY-MM-DD, or YYYY-MM where no day was told. */
export type Term = { from: string; months: number; to: string; period: string; claimed?: string };
type Usual = { months: number; period: string };

/** `earlier`: texts that may tell the day; `usual`: the term of the answer, where none is told. */
export function termIn(
  message: string,
  today: string,
  { earlier = [], usual }: { earlier?: readonly string[]; usual?: Usual | undefined } = {},
): Term | undefined {
  const text = clean(message);
  const flat = foldInPlace(text);
  const [from, second, ...more] = daysIn(text, today);
  if (more.length > 0 || workingDays.test(flat)) return undefined;
  const confirms = second !== undefined && isConfirmed.test(flat);
  if (second !== undefined ? !confirms : !asksDay.test(flat) && !asksPassed(text)) return undefined;
  const told = periodsIn(text);
  const [period, ...others] = told.length > 0 ? told : usual && runs.test(flat) ? [usual] : [];
  if (!period || others.length > 0 || !(runs.test(flat) || confirms)) return undefined;
  const start = from ?? onlyDay(earlier, today);
  if (start === undefined) return undefined;
  const to =
    start.length > monthOnly
      ? monthsLater(start, period.months)
      : monthsLater(`${start}-01`, period.months).slice(0, monthOnly);
  return { from: start, ...period, to, ...(confirms ? { claimed: second } : {}) };
}
const monthOnly = 7;

/** A full day, or a month of a year: "15/6/2026", "tháng 6/2026", "tháng 6 năm nay", "hôm nay". */
export function daysIn(text: string, today: string): string[] {
  const year = Number(today.slice(0, 4));
  const flat = foldInPlace(text);
  const dated = datesIn(text).flatMap(({ year: of, month, day, start }) =>
    month ? [{ at: start, day: isoOf(of, month, day) }] : [],
  );
  const spelt = [...flat.matchAll(ofYear)].map((m) => {
    const of = m[3] === 'nay' ? year : m[3] === 'ngoai' ? year - 1 : Number(m[3]);
    return { at: m.index, day: isoOf(of, Number(m[2]), m[1] ? Number(m[1]) : undefined) };
  });
  const now = [...flat.matchAll(/\bhom nay\b/g)].map((m) => ({ at: m.index, day: today }));
  const found = [...dated, ...spelt, ...now].sort((a, b) => a.at - b.at);
  return [...new Set(found.flatMap(({ day }) => day ?? []))];
}
const ofYear =
  /(?:\b(?:ngay )?(?:mung |mong )?(\d{1,2})(?: thang |[/-]))?(?<=\bthang |[/-])(\d{1,2}) nam (nay|ngoai|(?:19|20)\d{2})\b/g;

function isoOf(year: number, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  const iso = `${head}-${String(day).padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === iso ? iso : undefined;
}

function onlyDay(texts: readonly string[], today: string): string | undefined {
  const told = texts.filter((t) => began.test(fold(t)) && dayClaimed(t, today) === undefined);
  const [day, ...others] = new Set(told.flatMap((t) => daysIn(clean(t), today)));
  return others.length === 0 ? day : undefined;
}

/** What a term is counted from. */
const began = /\b(?:dang ky|lap|cap|ky|vao|gop|nop|hoat dong|bat dau|nhan|ket nap|lam|trong|vay|mua|tu)\b/;

/** "Ra là 15/6/2027 đúng không": the day that is claimed, where nothing else is said in that sentence. */
export function dayClaimed(message: string, today: string): string | undefined {
  const { first } = firstSentence(clean(message));
  const [day, ...others] = daysIn(first, today);
  const said = foldInPlace(first).replace(/(?:\bthang )?\d[\d/-]*\d(?: nam (?:nay|\d{4}))?/, '#');
  return day && others.length === 0 && claims(said) ? day : undefined;
}

/** "Đủ 12 tháng", "tròn 3 năm"; days are counted by offices, with holidays left out. */
function periodsIn(text: string): Usual[] {
  const flat = foldInPlace(text);
  const found = numbersIn(text).flatMap(({ value, start, end }): Usual[] => {
    const unit = /^ ?(thang|nam)\b(?! (?:nay|ngoai|truoc|sau|toi|\d))/.exec(flat.slice(end))?.[1];
    if (
      !unit ||
      !Number.isInteger(value) ||
      value < 1 ||
      value > longest ||
      /\b(?:thang|nam) $/.test(flat.slice(0, start))
    )
      return [];
    return [
      unit === 'nam'
        ? { months: value * 12, period: `${value} năm` }
        : { months: value, period: `${value} tháng` },
    ];
  });
  return [...new Map(found.map((f) => [f.months, f])).values()];
}
const longest = 120;

export const asksDay =
  /\b(?:ngay nao|hom nao|thang nao|bao gio|khi nao|luc nao|den bao gio|ngay may|ngay bao nhieu|thang may)\b/;
const isConfirmed = /\b(?:dung|phai)(?: roi)? (?:khong|ko|k|kg|chua|hong)\b/;
/** The term runs out then. */
const runs = /\b(?:du|tron|het|cho|doi|sau|qua|ke tu|han|cham nhat|trong vong|kip)\b/;
const workingDays = /\bngay lam viec\b/;
