// Checks the shares that sums are counted by: each must be said in a line of its own card, where its figure is checked against the clauses.
import { figuresIn, type Units } from '../figures.ts';
import type { Card } from '../schema.ts';
import type { Report } from './report.ts';

export function checkPortions({ id, answer, details, portions }: Card, units: Units, report: Report): void {
  portions.forEach(({ percent, of, most }, i) => {
    const wrong = (field: string, message: string) => report('card', id, ['portions', i, field], message);
    const lines = [answer, ...details];
    const said = (value: number, unit: string): boolean =>
      lines.some((line) => figuresIn(line, units).some((f) => f.value === value && f.unit === unit));
    if (!said(percent, '%'))
      wrong('percent', `${percent}% không có trong answer hay details của thẻ; sửa percent`);
    if (!lines.some((line) => line.includes(of)))
      wrong('of', `“${of}” không có trong answer hay details của thẻ; chép đúng lời của thẻ`);
    if (most !== undefined && !said(most, 'đồng'))
      wrong('most', `${most} đồng không có trong answer hay details của thẻ; sửa most`);
  });
}
