// Checks the shares and bounds that sums are held against: each must be said in a line of its own card, where its figure is checked against the clauses.
import { figuresIn, type Units } from '../figures.ts';
import type { Card } from '../schema.ts';
import type { Report } from './report.ts';

export function checkPortions(
  { id, answer, details, portions, bounds }: Card,
  units: Units,
  report: Report,
): void {
  const lines = [answer, ...details];
  const unsaid = (text: string): string =>
    `“${text}” không có trong answer hay details của thẻ; chép đúng lời của thẻ`;
  bounds.forEach(({ of, line }, i) => {
    const missing = (text: string): boolean => !lines.some((said) => said.includes(text));
    if (missing(of)) report('card', id, ['bounds', i, 'of'], unsaid(of));
    if (missing(line)) report('card', id, ['bounds', i, 'line'], unsaid(line));
  });
  portions.forEach(({ percent, of, most }, i) => {
    const wrong = (field: string, message: string) => report('card', id, ['portions', i, field], message);
    const said = (value: number, unit: string): boolean =>
      lines.some((line) => figuresIn(line, units).some((f) => f.value === value && f.unit === unit));
    if (!said(percent, '%'))
      wrong('percent', `${percent}% không có trong answer hay details của thẻ; sửa percent`);
    if (!lines.some((line) => line.includes(of))) wrong('of', unsaid(of));
    if (most !== undefined && !said(most, 'đồng'))
      wrong('most', `${most} đồng không có trong answer hay details của thẻ; sửa most`);
  });
}
