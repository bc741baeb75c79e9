// Checks the shares, bounds, majorities and times that sums, numbers of people and told times are held against: each must be said in a line of its own card, where its figure is checked against the clauses.
import { figuresIn, type Units } from '../figures.ts';
import { shareOf, spanOf } from '../limits.ts';
import type { Card } from '../schema/card.ts';
import type { Report } from './report.ts';

export function checkPortions(
  { id, answer, details, portions, bounds, majorities, spans }: Card,
  units: Units,
  report: Report,
): void {
  const lines = [answer, ...details];
  const unsaid = (text: string): string =>
    `“${text}” không có trong answer hay details của thẻ; chép đúng lời của thẻ`;
  const missing = (text: string): boolean => !lines.some((said) => said.includes(text));
  majorities.forEach(({ share, of }, i) => {
    const said = `${share} ${of}`;
    if (missing(said)) report('card', id, ['majorities', i, 'share'], unsaid(said));
    if (!shareOf(share, units))
      report('card', id, ['majorities', i, 'share'], `“${share}” không phải một mức như “hơn 50%”`);
  });
  spans.forEach(({ limit }, i) => {
    if (missing(limit)) report('card', id, ['spans', i, 'limit'], unsaid(limit));
    if (!spanOf(limit, units))
      report(
        'card',
        id,
        ['spans', i, 'limit'],
        `“${limit}” không phải một mức tháng, năm như “từ 12 tháng trở lên”`,
      );
  });
  bounds.forEach(({ of, line }, i) => {
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
