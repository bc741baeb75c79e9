// A period counted from a day that was told, said with the line of the answer that sets it: "đăng ký 15/6/2026 thì ngày nào đủ 12 tháng", "ra là 15/6/2027 đúng không".
import type { Answer } from '../../knowledge/answer.ts';
import { clean } from '../../language/fold.ts';
import { type Context, type Draft, saying } from '../context.ts';
import { termLine, termOnly, todayLine } from '../replies/term.ts';
import { asksLeft, asksOnlyPassed, asksPassed } from '../understand/day/passed.ts';
import { asPeriod, isOfDays, isSamePeriod } from '../understand/day/period.ts';
import { dayClaimed, type Term, termHeld, termIn } from '../understand/day/term.ts';
import { usualTerm } from '../understand/day/usual-term.ts';
import { firstSentence } from '../understand/phrasing/claims.ts';
import { answerOfNow } from './answer-of-now.ts';
import { reckonedWith } from './reckoned-with.ts';

/** `ask` answers what is asked in a sentence behind it. */
export function dayReckoned(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { knowledge, today } = context.world;
  const answer = answerOfNow(context);
  const { first, rest: behind } = firstSentence(clean(message));
  const alone = behind === '' || asksOnlyPassed(behind);
  const ahead =
    claimOfLast(context, first) ??
    passedOfLast(context, message, answer) ??
    (alone ? undefined : counted(context, first, answer));
  const term = ahead ?? counted(context, message, answer);
  if (!term) return undefined;
  const rest = alone || !ahead ? '' : behind;
  const said = termLine(knowledge, term);
  const only = termOnly(knowledge, term);
  if (rest !== '') {
    const text = isOfDays(term.period) ? `${said.text} ${only}` : said.text;
    return saying({ ...said, text }, ask(context, rest));
  }
  const now = asksPassed(message) || asksLeft(message) ? [todayLine(knowledge, today, term)] : [];
  return reckonedWith(context, answer, {
    said: [said, ...now],
    only,
    sets: (unit, value) => {
      const period = asPeriod({ unit, value });
      return period !== undefined && isSamePeriod(period, term.period);
    },
  });
}

function counted(
  { state, world: { knowledge, today } }: Context,
  message: string,
  answer: Answer | undefined,
): Term | undefined {
  const earlier = state.reckoned === undefined ? (state.asked ?? []) : [state.reckoned];
  return termIn(message, today, { earlier, usual: answer && usualTerm(knowledge, answer) });
}

/** "Ra là 15/6/2027 đúng không" right behind a day that was reckoned. */
function claimOfLast({ state, world: { today } }: Context, message: string): Term | undefined {
  const claimed = state.reckoned === undefined ? undefined : dayClaimed(message, today);
  if (state.reckoned === undefined || !claimed) return undefined;
  const last = termIn(state.reckoned, today, { earlier: state.asked ?? [] });
  return last && { ...last, claimed };
}

/** "Thế quá chưa", "còn mấy ngày nữa" right behind a day that was reckoned. */
function passedOfLast(
  { state, world: { knowledge, today } }: Context,
  message: string,
  answer: Answer | undefined,
): Term | undefined {
  if (state.reckoned === undefined || !asksOnlyPassed(message)) return undefined;
  const usual = answer && usualTerm(knowledge, answer);
  return (
    termIn(state.reckoned, today, { earlier: state.asked ?? [], usual }) ??
    (usual && termHeld(state.reckoned, today, usual))
  );
}
