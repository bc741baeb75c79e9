// What was just answered is not said over again: only what is new for what is asked or told now, the whole answer one tap away.
import type { Answer } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { type Context, line } from '../context.ts';
import type { Block, Reply } from '../message.ts';
import { wholeChoice } from '../replies/choices.ts';
import { linesInstead, onlyLines } from '../replies/detail.ts';
import { estimateOf } from '../replies/estimate.ts';
import { afterPeriod, withMark } from '../replies/standing.ts';
import { enoughAsked } from '../replies/told.ts';
import type { State } from '../state.ts';
import { isAmountAgain } from '../understand/follow-up/amount-again.ts';
import { linesAsked } from '../understand/line-asked/index.ts';
import { asksSum } from '../understand/loss/asks-sum.ts';
import { tellsLossBehind } from '../understand/loss/told.ts';
import { linesPutAside } from './denied/put-aside.ts';
import { behindSaid, figuresOfOwn, isOfLoss, withOwn } from './own-case.ts';

/** Behind the answer with the rates, what they come to for the loss told since is all that is new. */
export function countedAgain(
  { state, heard, world }: Context,
  before: State['loss'],
  whole: Reply,
  answer: Answer,
): Reply | undefined {
  const { id } = answer.card;
  const saidJustNow = state.topic.card === id || (state.topic.before === id && before?.card === id);
  const counts = answer.day === world.today || isOfLoss(state, answer);
  if (heard.kind !== 'text' || !saidJustNow || !counts) return undefined;
  const own = estimateOf(world.knowledge, answer, state.loss, heard.text);
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

/** What was just answered is not said over again: the lines that are asked for now, said to be the nearest ones where that is not sure, and the whole one tap away. */
export function saidAgain(context: Context, whole: Reply, answer: Answer): Reply | undefined {
  const { state, heard, world } = context;
  const { knowledge } = world;
  const before = state.topic.asOf ?? world.today;
  if (heard.kind !== 'text' || answer.card.id !== state.topic.card || answer.day !== before) return undefined;
  const late = afterPeriod(knowledge, answer, heard.text);
  const choices = [wholeChoice(knowledge, answer.card), ...whole.choices];
  if (late) return { ...whole, blocks: linesInstead(whole, [{ kind: 'strong', text: late }]), choices };
  const now = answer.day === world.today;
  const withRule = (own: readonly Block[]): Reply => {
    const rule: Block = { kind: 'detail', text: withMark(answer, answer.answer) };
    return { ...whole, blocks: linesInstead(whole, [...own, rule]), choices };
  };
  const enough = now ? enoughAsked(knowledge, answer, state.told, heard.text) : [];
  if (enough.length > 0) return withRule(enough);
  const aside = linesPutAside(context, answer.card);
  const { lines, sure, none } = linesAsked(knowledge, answer.card, heard.text, state.topic.form, aside);
  const figuresHeld = now ? figuresOfOwn(knowledge, answer, state, heard.text) : [];
  if (!sure && figuresHeld.length > 0) return withRule(figuresHeld);
  const said = linesOf(answer);
  const wanted = lines.map((i) => withMark(answer, said[i] ?? answer.answer));
  const units = unitsOf(knowledge.words.units);
  const unitsIn = (line: string): string[] => figuresIn(line, units).map((f) => f.unit);
  const figures = wanted.some((l) => unitsIn(l).length > 0);
  const only = onlyLines(whole, wanted, unitsIn, (block) => goesWith(knowledge, answer, figures, block));
  if (sure) return behindSaid({ ...whole, blocks: linesInstead(whole, only), choices }, figuresHeld);
  const near = line(say(knowledge.wording, none ? 'said_beyond' : 'said_nearest'));
  return withOwn(context, { ...whole, blocks: linesInstead(whole, [near, ...only]), choices }, answer);
}

/** Where the answer is that nothing is known, whom to ask is most of what it says; with figures goes what they are. */
function goesWith({ words }: Knowledge, { card }: Answer, figures: boolean, { kind, text }: Block): boolean {
  if (kind === 'say') return card.known === false;
  return figures && kind === 'detail' && words.about_figures.some((w) => fold(text).includes(fold(w)));
}
