// A term counted from a day that was told, said with the line of the answer that sets it: "đăng ký 15/6/2026 thì ngày nào đủ 12 tháng", "ra là 15/6/2027 đúng không".
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { sayDate } from '../../language/dates.ts';
import { clean } from '../../language/fold.ts';
import { type Context, type Draft, line, reply, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { withMark } from '../replies/standing.ts';
import { dayClaimed, type Term, termIn } from '../understand/day/term.ts';
import { firstSentence } from '../understand/phrasing/claims.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

/** `ask` answers what is asked in a sentence behind it. */
export function dayReckoned(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { state, world } = context;
  const { knowledge, today } = world;
  const { card, asOf } = state.topic;
  const answer = card && (asOf ?? today) === today ? answerWith(knowledge, card, today) : undefined;
  const { first, rest } = firstSentence(clean(message));
  const term = claimOfLast(context, first) ?? counted(context, rest === '' ? message : first, answer);
  if (!term) return undefined;
  const said = termLine(knowledge, term);
  return rest === '' ? alone(context, term, said, answer) : saying(said, ask(context, rest));
}

function counted(
  { state, world: { knowledge, today } }: Context,
  message: string,
  answer: Answer | undefined,
): Term | undefined {
  const earlier = state.reckoned === undefined ? (state.asked ?? []) : [state.reckoned];
  return termIn(message, today, { earlier, usual: answer && termOf(knowledge, answer) });
}

/** "Ra là 15/6/2027 đúng không" right behind a day that was reckoned. */
function claimOfLast({ state, world: { today } }: Context, message: string): Term | undefined {
  const claimed = state.reckoned === undefined ? undefined : dayClaimed(message, today);
  if (state.reckoned === undefined || !claimed) return undefined;
  const last = termIn(state.reckoned, today, { earlier: state.asked ?? [] });
  return last && { ...last, claimed };
}

/** The one term of months or years that the answer's own sentence counts from a day. */
function termOf(
  { words }: Knowledge,
  { answer, validity }: Answer,
): Pick<Term, 'months' | 'period'> | undefined {
  const [term, ...others] =
    validity === 'in_force' && /kể từ/iu.test(answer)
      ? figuresIn(answer, unitsOf(words.units)).filter(({ unit }) => unit === 'tháng' || unit === 'năm')
      : [];
  if (!term || others.length > 0 || !Number.isInteger(term.value)) return undefined;
  return {
    months: term.unit === 'năm' ? term.value * 12 : term.value,
    period: `${term.value} ${term.unit}`,
  };
}

function termLine({ wording }: Knowledge, { from, to, period, claimed }: Term): Block {
  const key: WordingKey = claimed === undefined ? 'day_is' : claimed === to ? 'day_right' : 'day_wrong';
  return {
    kind: 'strong',
    text: say(wording, key, { from: sayOne(from), to: sayOne(to), period, claimed: sayOne(claimed ?? '') }),
  };
}

/** "ngày 15/6/2027"; of a month alone "tháng 6/2027". */
const sayOne = (iso: string): string => {
  const [year, month, day] = iso.split('-');
  return day ? `ngày ${sayDate(iso)}` : month ? `tháng ${Number(month)}/${year}` : '';
};

function alone({ state, world }: Context, term: Term, said: Block, answer: Answer | undefined): Draft {
  const { knowledge } = world;
  const only = line(say(knowledge.wording, 'day_only'));
  const lines = answer ? linesWith(knowledge, answer, term) : [];
  if (!answer || lines.length === 0)
    return { state, replies: [reply([said, only], [staffChoice(knowledge)])], outcome: 'small_talk' };
  const own: Block[] = [
    said,
    ...lines.map((text): Block => ({ kind: 'detail', text: withMark(answer, text) })),
    only,
  ];
  return linesOfAnswer({ state: { ...state, unsure: undefined }, world }, answer, own);
}

/** The lines that set a term so long. */
const linesWith = ({ words }: Knowledge, answer: Answer, { months }: Term): string[] =>
  linesOf(answer).filter((text) =>
    figuresIn(text, unitsOf(words.units)).some(
      ({ value, unit }) =>
        (unit === 'tháng' && value === months) || (unit === 'năm' && value * 12 === months),
    ),
  );
