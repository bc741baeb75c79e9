// A sum that a person asks for or claims in the talk: said exactly, and with it the line of the answer before that has the same figure; what one is due stays that answer's.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { moneyIn } from '../../language/money.ts';
import { type Sum, sumIn } from '../../language/sums/index.ts';
import { reckon } from '../../language/sums/reckon.ts';
import { type Context, type Draft, line, reply, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { sumHeld } from '../replies/own-part.ts';
import { withMark } from '../replies/standing.ts';
import { sumLine } from '../replies/sum.ts';
import { claimAlone, lastReckoned } from '../understand/claimed-again.ts';
import { asksWhatIsLeft, leftOf } from '../understand/left-over.ts';
import { isAboutLoss } from '../understand/loss/kept.ts';
import { lossBehind, tellsLossBehind } from '../understand/loss/told.ts';
import { answerOfNow } from './answer-of-now.ts';
import { linesOfAnswer } from './lines-of-answer.ts';
import { saidThenLed } from './said-then-led.ts';
import { wholeUnnamed } from './whole-unnamed.ts';

/** `ask` answers what is asked behind the sum. */
export function ownSum(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { knowledge } = context.world;
  const sum = sumIn(message) ?? sumIn(withTotal(context, message)) ?? claimOfLast(context, message);
  if (!sum) return leftOfLast(context, message);
  if (isMeasured(context, message, sum)) return undefined;
  if (sum.rest === '') return settled(context, message, sum);
  const rest = ofResult(sum, sum.rest);
  const more = sumIn(rest);
  const then = more?.rest === '' ? settled(context, rest, more) : ask(context, rest);
  return saying(sumLine(knowledge, sum), then);
}

/** "3 sào là 1080 m2, tính hộ" behind the rates tells how large the field is. */
function isMeasured({ state, world }: Context, message: string, { terms }: Sum): boolean {
  const card = world.knowledge.cards.get(state.topic.card ?? '');
  const { loss } = state;
  const field = (loss?.localUnits ?? loss?.ha) !== undefined;
  return (
    card !== undefined &&
    loss?.card === card.id &&
    field &&
    terms.every((t) => t.kind !== 'money') &&
    tellsLossBehind(loss, card, message)
  );
}

/** A sum and nothing besides; `by`: the one whose figures are the answer's. */
function settled(context: Context, message: string, sum: Sum, by: Pick<Sum, 'terms'> = sum): Draft {
  const whole = by === sum && sumIn(message) ? wholeUnnamed(context, message, sum) : undefined;
  const stands = standsOn(context, by);
  const unsure = whole !== undefined || (!stands && isOfLossTold(context));
  const said = [
    sumLine(context.world.knowledge, unsure ? { ...sum, claimed: undefined } : sum),
    ...(whole ?? []),
  ];
  const answer = answerOfNow(context);
  const held = answer ? sumHeld(context.world.knowledge, answer, sum) : [];
  if (answer && held.length > 0)
    return linesOfAnswer(context, answer, [
      ...held,
      { kind: 'detail', text: withMark(answer, answer.answer) },
      line(say(context.world.knowledge.wording, 'sum_only')),
    ]);
  return stands ? behindAnswer(context, message, { sum, said, ...stands }) : alone(context, said);
}

/** Behind a loss "đúng rồi" would confirm a rate that no answer has, and not only the sum. */
function isOfLossTold({ state, world: { knowledge } }: Context): boolean {
  const card = knowledge.cards.get(state.topic.card ?? '');
  return card !== undefined && isAboutLoss(knowledge, card);
}

/** "Ra là 15 triệu đúng không" right behind what was reckoned. */
function claimOfLast({ state, world }: Context, message: string): Sum | undefined {
  const said = state.reckoned === undefined ? undefined : claimAlone(message);
  const last = said && lastReckoned(world, state.topic.card, state.reckoned ?? '');
  const sum = last && reckon(last.operation, last.terms, said.claim);
  return sum && { ...sum, rest: said.rest };
}

/** "Thế còn lại bao nhiêu" right behind what a share came to. */
function leftOfLast(context: Context, message: string): Draft | undefined {
  const { state, world } = context;
  if (state.reckoned === undefined || !asksWhatIsLeft(message)) return undefined;
  const last = lastReckoned(world, state.topic.card, state.reckoned);
  const sum = last && leftOf(last);
  return sum && settled(context, message, { ...sum, rest: '' }, last);
}

/** "6 nhà thì mỗi nhà bao nhiêu" behind "tổng 120 triệu": with what is shared out, where that is the one sum told just before. */
function withTotal({ state }: Context, message: string): string {
  const [total, ...others] = new Set(moneyIn(state.asked?.at(-1) ?? '').map((m) => m.value));
  const shares = sharesOut.test(fold(message)) && moneyIn(message).length === 0;
  return shares && total !== undefined && others.length === 0 ? `${total} đồng, ${message}` : '';
}
const sharesOut = /\bmoi (?:nha|ho|gia dinh|nguoi|thanh vien|xa vien|to vien)\b/;

/** "80 + 20 là 100, 20 là 20% đúng không": a share that is claimed behind a sum is one of what it came to. */
const ofResult = ({ result }: Sum, rest: string): string =>
  result.kind === 'bare' ? rest.replace(isShare, `$1 trong ${result.value} $2`) : rest;
const isShare = /^\s*([\d.,]+) ((?:là|la|=|bằng|bang) [\d.,]+ ?(?:%|phần trăm|phan tram))/iu;

/** No answer before has a figure of the sum. */
const alone = ({ state, world: { knowledge } }: Context, said: readonly Block[]): Draft => ({
  state,
  replies: [
    reply(
      [...said, line(say(knowledge.wording, state.topic.card ? 'sum_only' : 'sum_only_alone'))],
      [staffChoice(knowledge)],
    ),
  ],
  outcome: 'small_talk',
});

type Stands = { answer: Answer; lines: string[] };

function behindAnswer(
  { state, world }: Context,
  message: string,
  { sum, said, answer, lines }: Stands & { sum: Sum; said: readonly Block[] },
): Draft {
  const { knowledge } = world;
  const { card } = answer;
  const most = mostOf(answer, sum);
  const own: Block[] = [
    ...said,
    ...(most === undefined
      ? []
      : [line(say(knowledge.wording, 'sum_most', { most: `${number.format(most)} đồng` }))]),
    ...lines.map((text): Block => ({ kind: 'detail', text: withMark(answer, text) })),
    line(say(knowledge.wording, 'sum_only')),
  ];
  return linesOfAnswer(
    { state: { ...state, loss: lossBehind(state.loss, card, message) }, world },
    answer,
    own,
  );
}
const number = new Intl.NumberFormat('vi-VN');

/** The ceiling of the share that was counted, where the sum goes over it. */
const mostOf = ({ card }: Answer, { terms, result }: Sum): number | undefined =>
  card.portions.find(
    ({ percent, most }) =>
      most !== undefined &&
      result.value > most &&
      terms.some((t) => t.kind === 'percent' && t.value === percent),
  )?.most;

/** The answer said last, the one before, or one they lead to that counts so much for each kg or ha. */
function standsOn({ state, world }: Context, sum: Pick<Sum, 'terms'>): Stands | undefined {
  const { knowledge, today } = world;
  const priced = sum.terms.some((t) => t.per);
  for (const id of saidThenLed(knowledge, state.topic, ({ rates }) => priced && rates.length > 0)) {
    const answer = answerWith(knowledge, id, state.topic.asOf ?? today);
    const lines = answer ? linesWith(knowledge, answer, sum) : [];
    if (answer && lines.length > 0) return { answer, lines };
  }
  return undefined;
}

function linesWith(knowledge: Knowledge, answer: Answer, { terms }: Pick<Sum, 'terms'>): string[] {
  const units = unitsOf(knowledge.words.units);
  const lines = linesOf(answer).filter((text) =>
    figuresIn(text, units).some(({ value, unit }) =>
      terms.some((t) =>
        t.kind === 'percent'
          ? unit === '%' && value === t.value
          : t.kind === 'money' && unit !== '%' && value === t.value && isPriced(text, value),
      ),
    ),
  );
  // The line of a rate says for whom it is; others only mention it.
  const ofRates = lines.filter((text) =>
    answer.card.rates.some((r) => text.includes(r.line) && terms.some((t) => t.value === r.value)),
  );
  return ofRates.length > 0 ? ofRates : lines;
}
/** An amount for each of something: a ceiling of the same height is no factor. */
const isPriced = (text: string, value: number): boolean => value < 1e9 && /đồng\s*\/\s*\p{L}/u.test(text);
