// Checks the rates that losses are counted by: each must be said in a line of its own card, where its figure is checked against the clauses.
import { figuresIn, type Units } from '../figures.ts';
import type { Card } from '../schema/card.ts';
import type { Report } from './report.ts';

export function checkRates(
  { id, answer, details, rates, uncounted }: Card,
  units: Units,
  report: Report,
): void {
  const isSaid = (line: string): boolean => [answer, ...details].some((text) => text.includes(line));
  uncounted.forEach(({ line }, i) => {
    if (!isSaid(line))
      report(
        'card',
        id,
        ['uncounted', i, 'line'],
        `“${line}” không có trong answer hay details của thẻ; chép đúng lời của thẻ`,
      );
  });
  rates.forEach(({ line, value, per }, i) => {
    const wrong = (field: string, message: string) => report('card', id, ['rates', i, field], message);
    if (!isSaid(line))
      wrong('line', `“${line}” không có trong answer hay details của thẻ; chép đúng lời của thẻ`);
    const figures = figuresIn(line, units).filter((f) => f.value === value);
    if (figures.length === 0)
      wrong('value', `mức ${value} đồng không có trong “${line}”; sửa value hoặc chép đúng câu`);
    else if (!new RegExp(`/\\s*${per}(?!\\p{L})`, 'u').test(line))
      wrong('per', `“${line}” không tính theo “/${per}”; sửa lại per`);
  });
}
