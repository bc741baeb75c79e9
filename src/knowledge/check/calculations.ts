// Recomputes the marked calculations of a card; the term and the day it runs from must stand in a clause too.
import { datesIn, lastDayOfMonths, sayDate } from '../../language/dates.ts';
import { figuresOf, type Units } from '../figures.ts';
import type { Card } from '../schema/card.ts';
import type { Document } from '../schema/document.ts';
import type { Provision } from '../schema/provision.ts';
import type { Report } from './report.ts';

export function checkCalculations(
  card: Card,
  clauses: readonly Provision[],
  documents: readonly Document[],
  units: Units,
  report: Report,
): void {
  card.calculations.forEach((c, i) => {
    const wrong = (field: string, message: string) =>
      report('card', card.id, ['calculations', i, field], message);
    const right = sayDate(lastDayOfMonths(c.from, c.months));
    if (c.show !== right) wrong('show', `phép tính ra ${right}, không phải ${c.show}; sửa lại`);
    const terms = clauses.flatMap((p) => figuresOf(p, units)).filter((f) => f.unit === 'tháng');
    if (!terms.some((f) => f.value === c.months))
      wrong('months', `thời hạn ${c.months} tháng không có trong điều khoản nào thẻ dẫn; sửa số tháng`);
    const starts = [
      ...documents.flatMap((d) => d.in_force_from ?? []),
      ...clauses.flatMap((p) =>
        datesIn(p.words).flatMap((d) => (d.day ? [isoOf(d.year, d.month, d.day)] : [])),
      ),
    ];
    if (!starts.includes(c.from))
      wrong(
        'from',
        `ngày bắt đầu ${sayDate(c.from)} không có trong điều khoản hay văn bản thẻ dẫn; sửa lại ngày`,
      );
    if (![card.answer, card.next, ...card.details].some((text) => text?.includes(c.show)))
      wrong('show', `ngày ${c.show} không viết ở câu nào của thẻ; bỏ phép tính này hoặc viết ngày vào câu`);
  });
}

const isoOf = (year: number, month = 1, day = 1): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
