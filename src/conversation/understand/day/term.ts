// A day told and a period counted from it: "đăng ký 15/6/2026 thì ngày nào đủ 12 tháng", "họp hôm 25/11 thì chậm nhất ngày nào phải báo".
import { isAsking } from '../../../language/asking.ts';
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import { orNot } from '../../../language/question-words.ts';
import { claims, firstSentence } from '../phrasing/claims.ts';
import { daysIn } from './days-told.ts';
import { asksLeft, asksPassed } from './passed.ts';
import { endOf, isOfDays, type Period, periodsIn } from './period.ts';

/** Days YYYY-MM-DD, or YYYY-MM where no day was told. */
export type Term = { from: string; period: Period; to: string; claimed?: string };

/** `earlier`: texts that may tell the day; `usual`: the period of the answer, where none is told. */
export function termIn(
  message: string,
  today: string,
  { earlier = [], usual }: { earlier?: readonly string[]; usual?: Period | undefined } = {},
): Term | undefined {
  const text = clean(message);
  const flat = foldInPlace(text);
  const left = asksLeft(text);
  const [from, second, ...more] = daysIn(text, today).filter((day) => !left || day !== today);
  if (more.length > 0) return undefined;
  const confirms = second !== undefined && isConfirmed.test(flat);
  if (second !== undefined ? !confirms : !left && !asksDay.test(flat) && !asksPassed(text)) return undefined;
  const ends = left || runs.test(flat);
  const told = periodsIn(text);
  const [period, ...others] = told.length > 0 ? told : usual && ends ? [usual] : [];
  if (!period || others.length > 0 || !(ends || confirms || isOfDays(period))) return undefined;
  return termFrom(from ?? onlyDay(earlier, today), period, confirms ? second : undefined);
}

/** "Họp hôm 25/11 thì phải báo trong mấy ngày", "nộp hôm 25/11 rồi": the day of what the answer counts from, told with what is asked or alone. */
export function termHeld(message: string, today: string, usual: Period): Term | undefined {
  const text = clean(message);
  const days = daysIn(text, today).filter((day) => day !== today);
  const asks = asksDeadline.test(fold(text)) || asksLeft(text) || asksPassed(text);
  if (!asks && (isAsking(text) || !began.test(fold(text)))) return undefined;
  return days.length === 1 && periodsIn(text).length === 0 ? termFrom(days[0], usual) : undefined;
}
const asksDeadline =
  /\b(?:may ngay|bao nhieu ngay|bn ngay|may thang|bao lau|han|cham nhat|muon nhat|ngay nao|hom nao|bao gio|khi nao|chua (?:thay|co|nhan|duoc|cap))\b/;

function termFrom(from: string | undefined, period: Period, claimed?: string): Term | undefined {
  const to = from && endOf(from, period);
  return from && to ? { from, period, to, ...(claimed ? { claimed } : {}) } : undefined;
}

function onlyDay(texts: readonly string[], today: string): string | undefined {
  const told = texts.filter((t) => began.test(fold(t)) && !asksLeft(t) && dayClaimed(t, today) === undefined);
  const [day, ...others] = new Set(told.flatMap((t) => daysIn(clean(t), today)));
  return others.length === 0 ? day : undefined;
}

/** What a period is counted from. */
const began =
  /\b(?:dang ky|lap|cap|ky|vao|gop|nop|hoat dong|bat dau|nhan|ket nap|lam|trong|vay|mua|tu|hop|bau|doi|thay)\b/;

/** "Ra là 15/6/2027 đúng không": the day that is claimed, where nothing else is said in that sentence. */
export function dayClaimed(message: string, today: string): string | undefined {
  const { first } = firstSentence(clean(message));
  const [day, ...others] = daysIn(first, today);
  const said = foldInPlace(first).replace(/(?:\bthang )?\d[\d/-]*\d(?: nam (?:nay|\d{4}))?/, '#');
  return day && others.length === 0 && claims(said) ? day : undefined;
}

const asksDay =
  /\b(?:ngay nao|hom nao|thang nao|bao gio|khi nao|luc nao|den bao gio|ngay may|ngay bao nhieu|thang may)\b/;
const isConfirmed = new RegExp(`\\b(?:dung|phai)(?: roi)? (?:${orNot})\\b`);
/** The period runs out then. */
const runs =
  /\b(?:du|tron|het|cho|doi|sau|qua|ke tu|han|cham nhat|muon nhat|trong vong|kip|cong|them|nhiem ky)\b/;
