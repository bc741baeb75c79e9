// What was just answered is not said over again: only what is new for what is asked or told now, the whole answer one tap away.
import type { Answer } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import type { Context } from '../context.ts';
import type { Block, Choice, Reply } from '../message.ts';
import { cardChoice } from '../replies/choices.ts';
import { linesInstead, onlyLines } from '../replies/detail.ts';
import { estimateOf } from '../replies/estimate.ts';
import { portionsOf } from '../replies/portion.ts';
import { afterPeriod, withMark } from '../replies/standing.ts';
import type { State } from '../state.ts';
import { isAmountAgain } from '../understand/follow-up/amount-again.ts';
import { linesOf, nearestLine, tellsWhat } from '../understand/follow-up/tells.ts';
import { asksSum } from '../understand/loss/asks-sum.ts';
import { tellsLossBehind } from '../understand/loss/told.ts';
import { behindSaid, withOwn } from './own-case.ts';

/** Behind the answer with the rates, what they come to for the loss told since is all that is new. */
export function countedAgain(
  { state, heard, world }: Context,
  before: State['loss'],
  whole: Reply,
  answer: Answer,
): Reply | undefined {
  const { id } = answer.card;
  const saidJustNow = state.topic.card === id || (state.topic.before === id && before?.card === id);
  if (heard.kind !== 'text' || !saidJustNow || answer.day !== world.today) return undefined;
  const own = estimateOf(world.knowledge, answer, state.loss);
  const news =
    tellsLossBehind(before, answer.card, heard.text) ||
    isAmountAgain(answer.card, heard.text) ||
    asksSum(before, id, heard.text);
  if (own.length === 0 || !news) return undefined;
  return {
    ...whole,
    blocks: linesInstead(whole, own),
    choices: [wholeChoice(world.knowledge, answer.card), ...whole.choices],
  };
}

const wholeChoice = ({ wording }: Knowledge, card: Card): Choice => ({
  ...cardChoice(card),
  label: say(wording, 'label_whole'),
});

/** What was just answered is not said over again: the lines that tell what is asked now, else the one that is nearest to it, and the whole one tap away. */
export function saidAgain(context: Context, whole: Reply, answer: Answer): Reply | undefined {
  const { state, heard, world } = context;
  const { knowledge } = world;
  const before = state.topic.asOf ?? world.today;
  if (heard.kind !== 'text' || answer.card.id !== state.topic.card || answer.day !== before) return undefined;
  const units = unitsOf(knowledge.words.units);
  const unitsIn = (line: string): string[] => figuresIn(line, units).map((f) => f.unit);
  const late = afterPeriod(knowledge, answer, heard.text);
  if (late)
    return {
      ...whole,
      blocks: linesInstead(whole, [{ kind: 'strong', text: late }]),
      choices: [wholeChoice(knowledge, answer.card), ...whole.choices],
    };
  // Where the answer is that nothing is known, whom to ask is most of what it says.
  const whomToAsk = ({ kind }: Block): boolean => kind === 'say' && answer.card.known === false;
  const detail = onlyLines(whole, tellsWhat(knowledge, heard.text), unitsIn, whomToAsk);
  const again =
    (detail && behindSaid(detail, portionsOf(knowledge, answer, heard.text))) ??
    withOwn(context, { ...whole, blocks: linesInstead(whole, [nearestSaid(context, answer)]) }, answer);
  return { ...again, choices: [wholeChoice(knowledge, answer.card), ...again.choices] };
}

function nearestSaid({ heard, world: { knowledge } }: Context, answer: Answer): Block {
  const { wording } = knowledge;
  const text = heard.kind === 'text' ? heard.text : '';
  const near = nearestLine(knowledge, linesOf(answer), text);
  const first = withMark(answer, answer.answer);
  const said =
    near && near !== answer.answer
      ? say(wording, 'said_nearest', { line: withMark(answer, near) })
      : say(wording, near || answer.card.known === false ? 'said_again' : 'said_beyond', { answer: first });
  return { kind: 'strong', text: said };
}
