// "Từ 22/9 đến nay được mấy ngày": counted by the calendar; what is asked besides is answered behind it.
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { sayDate } from '../../language/dates.ts';
import { type Context, type Draft, reply, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { asksHowLong, betweenIn, sayBetween } from '../understand/day/between.ts';

export function daysBetweenAsked(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { knowledge, today } = context.world;
  const between = betweenIn(message, today);
  if (!between) return undefined;
  const { from, to } = between;
  const values = { from: sayDate(from), to: sayDate(to), length: sayBetween(between) };
  const said: Block = { kind: 'strong', text: say(knowledge.wording, 'days_between', values) };
  const rest = message
    .split(/[,.;?!]+(?!\d)/u)
    .filter((clause) => !asksHowLong(clause))
    .join(', ')
    .trim();
  if (isAsking(rest)) return saying(said, ask(context, rest));
  return {
    state: context.state,
    replies: [reply([said], [staffChoice(knowledge)])],
    outcome: 'small_talk',
  };
}
