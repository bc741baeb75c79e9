// What is said of a day that a period was counted to, and where today stands before it.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { daysBetween, sayDate, sayWeekday } from '../../language/dates.ts';
import type { Block } from '../message.ts';
import { isOfDays, sayPeriod } from '../understand/day/period.ts';
import type { Term } from '../understand/day/term.ts';

export function termLine({ wording }: Knowledge, { from, to, period, claimed }: Term): Block {
  const key = countedAs({ to, period, claimed });
  const sayOne = isOfDays(period) ? sayWeekday : sayAny;
  const values = { from: sayOne(from), to: sayOne(to), period: sayPeriod(period) };
  return { kind: 'strong', text: say(wording, key, { ...values, claimed: sayAny(claimed ?? '') }) };
}

function countedAs({ to, period, claimed }: Pick<Term, 'to' | 'period' | 'claimed'>): WordingKey {
  if (claimed !== undefined && claimed !== to) return 'day_wrong';
  if (period.unit === 'ngày làm việc') return 'work_days';
  if (period.unit === 'ngày') return 'days_are';
  return claimed === undefined ? 'day_is' : 'day_right';
}

/** What was not looked at. */
export const termOnly = ({ wording }: Knowledge, { period }: Term): string =>
  say(wording, isOfDays(period) ? 'work_days_only' : 'day_only');

/** The day, where today stands before it, and what was not looked at. */
export const termBlocks = (knowledge: Knowledge, today: string, term: Term): Block[] => [
  termLine(knowledge, term),
  todayLine(knowledge, today, term),
  { kind: 'say', text: termOnly(knowledge, term) },
];

/** A month that is told without a day is past when it is over. */
export function todayLine({ wording }: Knowledge, today: string, { to }: Pick<Term, 'to'>): Block {
  const now = today.slice(0, to.length);
  const days = String(Math.abs(daysBetween(now, to)));
  const whole = to.length === today.length;
  const past: WordingKey = whole ? 'day_past' : 'month_past';
  const ahead: WordingKey = whole ? 'day_ahead' : 'month_ahead';
  const key: WordingKey = to < now ? past : to > now ? ahead : 'day_now';
  return { kind: 'strong', text: say(wording, key, { today: sayAny(today), to: sayAny(to), days }) };
}

/** "ngày 15/6/2027"; of a month alone "tháng 6/2027". */
const sayAny = (iso: string): string => {
  const [year, month, day] = iso.split('-');
  return day ? `ngày ${sayDate(iso)}` : month ? `tháng ${Number(month)}/${year}` : '';
};
