// What comes due: the same list on the command line and at the desk, for any number of days.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dueWithin, dueWords } from '../../src/knowledge/due.ts';
import { sayDate, vietnamDay } from '../../src/language/dates.ts';
import { knowledge } from '../support/knowledge.ts';

const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

test('a card due for review, a text that ends and one that begins, each on its day and not a day before', () => {
  const card = [...knowledge.cards.values()].find((c) => c.status === 'published');
  const ends = [...knowledge.documents.values()].find((d) => d.period_until && !d.ended_on);
  const begins = [...knowledge.documents.values()].find((d) => d.in_force_from);
  for (const [why, day, what] of [
    ['review', card?.review_by, card?.title],
    ['lapse', ends?.period_until, ends?.short],
    ['start', begins?.in_force_from, begins?.short],
  ] as const) {
    const has = (today: string): boolean =>
      dueWithin(knowledge, today, 30).some((d) => d.why === why && d.what === what && d.day === day);
    expect(has(shift(day ?? '', -30)), why).toBe(true);
    expect(has(shift(day ?? '', -31)), why).toBe(false);
  }
});

test('the command prints that list', () => {
  const said = execFileSync(process.execPath, ['src/cli/knowledge-due.ts', '400'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  const due = dueWithin(knowledge, vietnamDay(new Date()), 400);
  expect(said.trim().split('\n').slice(0, -1)).toEqual(
    due.map((d) => `${sayDate(d.day)}  ${dueWords[d.why].padEnd(9)} ${d.what}`),
  );
});
