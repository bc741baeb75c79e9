// A term counted from a day that was told, said with the line of the answer that sets it: "đăng ký 15/6/2026 thì ngày nào đủ 12 tháng", "ra là 15/6/2027 đúng không".
import type { Answer } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { sayDate } from '../../language/dates.ts';
import { clean } from '../../language/fold.ts';
import { type Context, type Draft, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { asksOnlyPassed, asksPassed } from '../understand/day/passed.ts';
import { dayClaimed, type Term, termIn } from '../understand/day/term.ts';
import { usualTerm } from '../understand/day/usual-term.ts';
import { firstSentence } from '../understand/phrasing/claims.ts';
import { answerOfNow } from './answer-of-now.ts';
import { reckonedWith } from './reckoned-with.ts';
import { workingDaysReckoned } from './working-days-reckoned.ts';

/** `ask` answers what is asked in a sentence behind it. */
export function dayReckoned(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { knowledge } = context.world;
  const answer = answerOfNow(context);
  const { first, rest: behind } = firstSentence(clean(message));
  const rest = asksOnlyPassed(behind) ? '' : behind;
  const term =
    claimOfLast(context, first) ??
    counted(context, behind === '' ? message : first, answer) ??
    passedOfLast(context, message, answer);
  if (!term) return workingDaysReckoned(context, message, answer, ask);
  const said = termLine(knowledge, term);
  if (rest !== '') return saying(said, ask(context, rest));
  const own = asksPassed(message) ? [said, passedLine(context, term)] : [said];
  const only = say(knowledge.wording, 'day_only');
  return reckonedWith(context, answer, {
    said: own,
    only,
    sets: (unit, value) => monthsOf(unit, value) === term.months,
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

/** "Thế quá chưa" right behind a day that was reckoned. */
function passedOfLast(
  { state, world: { knowledge, today } }: Context,
  message: string,
  answer: Answer | undefined,
): Term | undefined {
  if (state.reckoned === undefined || !asksOnlyPassed(message)) return undefined;
  return termIn(state.reckoned, today, {
    earlier: state.asked ?? [],
    usual: answer && usualTerm(knowledge, answer),
  });
}

function termLine({ wording }: Knowledge, { from, to, period, claimed }: Term): Block {
  const key: WordingKey = claimed === undefined ? 'day_is' : claimed === to ? 'day_right' : 'day_wrong';
  return {
    kind: 'strong',
    text: say(wording, key, { from: sayOne(from), to: sayOne(to), period, claimed: sayOne(claimed ?? '') }),
  };
}

/** A month that is told without a day is past when it is over. */
function passedLine({ world: { knowledge, today } }: Context, { to }: Term): Block {
  const now = today.slice(0, to.length);
  const key: WordingKey = to < now ? 'day_past' : to > now ? 'day_ahead' : 'day_now';
  return {
    kind: 'strong',
    text: say(knowledge.wording, key, { today: sayOne(today), to: sayOne(to) }),
  };
}

/** "ngày 15/6/2027"; of a month alone "tháng 6/2027". */
const sayOne = (iso: string): string => {
  const [year, month, day] = iso.split('-');
  return day ? `ngày ${sayDate(iso)}` : month ? `tháng ${Number(month)}/${year}` : '';
};

const monthsOf = (unit: string, value: number): number | undefined =>
  unit === 'tháng' ? value : unit === 'năm' ? value * 12 : undefined;
