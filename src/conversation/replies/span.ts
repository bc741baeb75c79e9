// A time told in months or years against the one limit of the answer: "ký 8 tháng" where the card says "từ 12 tháng trở lên".
import type { Answer } from '../../knowledge/answer.ts';
import { unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { spanOf } from '../../knowledge/limits.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { datesIn } from '../../language/dates.ts';
import { clean, fold } from '../../language/fold.ts';
import type { Block } from '../message.ts';
import type { Told } from '../state.ts';
import { isOtherMatter } from '../understand/own-figures.ts';
import { periodTold } from '../understand/period-told.ts';
import { isOfForm } from './of-form.ts';

/** Nothing where it is not plain that the time is of what the limit is of. */
export function spanHeld(knowledge: Knowledge, answer: Answer, told: Told, message: string): Block[] {
  const { wording, words } = knowledge;
  const [span, ...others] = answer.card.spans;
  if (!span || others.length > 0 || answer.validity !== 'in_force') return [];
  if (
    !isOfForm(knowledge, answer, told, withoutNames(message, span.when)) ||
    isOtherMatter(span.unless, fold(message))
  )
    return [];
  if (datesIn(message).length > 0) return [];
  const limit = spanOf(span.limit, unitsOf(words.units));
  const period = periodTold(message);
  if (!limit || !period || !isNamed(span.when, message, period)) return [];
  const { months } = period;
  const reached = limit.least === limit.itself ? months >= limit.months : months > limit.months;
  const key: WordingKey = limit.least
    ? reached
      ? 'span_reached'
      : 'span_below'
    : reached
      ? 'span_over'
      : 'span_within';
  return [
    { kind: 'strong', text: say(wording, key, { told: period.period, limit: span.limit }) },
    { kind: 'say', text: say(wording, 'span_only') },
  ];
}

/** "Hợp đồng hợp tác" is what lasts so long, and names no form. */
const withoutNames = (message: string, names: readonly string[]): string =>
  names.map(fold).reduce((text, name) => text.replaceAll(name, ' · '), ` ${fold(message)} `);

/** One of the words that name what lasts stands right before the time, or nothing is said but the time; who registers signs no contract. */
function isNamed(
  when: readonly string[],
  message: string,
  { start, end }: { start: number; end: number },
): boolean {
  const text = clean(message);
  const wordsOf = (part: string): string[] => part.split(/[^a-z0-9]+/).filter((w) => w !== '');
  const behind = wordsOf(fold(text.slice(end)));
  const before = fold(text.slice(0, start));
  const own = when.some((w) => fold(w).includes('dang ky')) ? before : before.replace(/\bdang ky\b/g, ',');
  const near = ` ${wordsOf(own.split(/[,.;?!]/).at(-1) ?? '')
    .slice(-nearest)
    .join(' ')} `;
  return (
    when.some((w) => near.includes(` ${fold(w)} `)) ||
    [...wordsOf(before), ...behind].every((w) => passing.has(w))
  );
}
const nearest = 5;
const passing = new Set([
  '',
  ...'the vay con neu thi sao co duoc khong ko k toi em minh ho a ha nhi thoi chi moi co la ma roi chua du phai do nhe hoi voi vo ban oi'.split(
    ' ',
  ),
]);
