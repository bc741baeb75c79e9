// Working days counted from a day that was told: the law on counting them is not read, so it is said what was counted.
import type { Answer } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { sayWeekday } from '../../language/dates.ts';
import { clean } from '../../language/fold.ts';
import { type Context, type Draft, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { workingDaysIn } from '../understand/day/working-days.ts';
import { firstSentence } from '../understand/phrasing/claims.ts';
import { reckonedWith } from './reckoned-with.ts';

/** `ask` answers what is asked in a sentence behind it. */
export function workingDaysReckoned(
  context: Context,
  message: string,
  answer: Answer | undefined,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { knowledge, today } = context.world;
  const days = workingDaysIn(message, today);
  if (!days) return undefined;
  const { from, count, to } = days;
  const values = { from: sayWeekday(from), count: String(count), to: sayWeekday(to) };
  const said: Block = { kind: 'strong', text: say(knowledge.wording, 'work_days', values) };
  const only = say(knowledge.wording, 'work_days_only');
  const { first, rest } = firstSentence(clean(message));
  if (isAsking(rest) && workingDaysIn(first, today))
    return saying({ ...said, text: `${said.text} ${only}` }, ask(context, rest));
  const sets = (unit: string, value: number): boolean => unit === 'ngày làm việc' && value === count;
  return reckonedWith(context, answer, { said: [said], only, sets });
}
