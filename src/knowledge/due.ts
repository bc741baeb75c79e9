// What comes due: cards to be reviewed again, documents whose period or force ends or begins.
import { daysLater } from '../language/dates.ts';
import type { Knowledge } from './knowledge.ts';

export type Due = { day: string; why: 'review' | 'lapse' | 'start'; what: string; card?: string };

/** The same words on the command line and at the desk. */
export const dueWords = { review: 'xem lại', lapse: 'hết hạn', start: 'bắt đầu' } as const;

/** Everything from before `today` that is still open, and what comes within `days`; earliest first. Days are YYYY-MM-DD. */
export function dueWithin(knowledge: Knowledge, today: string, days: number): Due[] {
  const until = daysLater(today, days);
  const due: Due[] = [];
  for (const card of knowledge.cards.values()) {
    if (card.review_by <= until)
      due.push({ day: card.review_by, why: 'review', what: card.title, card: card.id });
  }
  for (const d of knowledge.documents.values()) {
    const end = d.ended_on ?? d.period_until;
    if (end && end >= today && end <= until) due.push({ day: end, why: 'lapse', what: d.short });
    const start = d.in_force_from;
    if (start && start > today && start <= until) due.push({ day: start, why: 'start', what: d.short });
  }
  for (const p of knowledge.provisions.values()) {
    const what = `${knowledge.documents.get(p.document)?.short ?? p.document} (${p.id})`;
    if (p.until && p.until >= today && p.until <= until) due.push({ day: p.until, why: 'lapse', what });
    if (p.from && p.from > today && p.from <= until) due.push({ day: p.from, why: 'start', what });
  }
  for (const a of knowledge.amounts.values()) {
    for (const v of a.values)
      if (v.from > today && v.from <= until)
        due.push({ day: v.from, why: 'start', what: `${a.title}: ${v.value}` });
  }
  return due.sort((a, b) => a.day.localeCompare(b.day));
}
