// Answers with one card for a day, or with two for two questions, and remembers what the talk is about from then on.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema.ts';
import { say } from '../../knowledge/wording.ts';
import { maskNumbers } from '../../language/phones.ts';
import { asTyped, type Context, type Draft, line, opening } from '../context.ts';
import type { Block, Choice, Reply } from '../message.ts';
import { answerReply, outcomeOf } from '../replies/answer.ts';
import { cardChoice, staffChoice } from '../replies/choices.ts';
import { linesInstead, onlyLines } from '../replies/detail.ts';
import { estimateOf } from '../replies/estimate.ts';
import { cardGoneReply } from '../replies/menu.ts';
import { officeLine } from '../replies/office.ts';
import { portionsOf } from '../replies/portion.ts';
import { afterPeriod, withMark } from '../replies/standing.ts';
import { forYou } from '../replies/told.ts';
import { type State, type Topic, type Unsure, unsureAbout } from '../state.ts';
import { isAmountAgain } from '../understand/follow-up/amount-again.ts';
import { linesOf, nearestLine, tellsWhat } from '../understand/follow-up/tells.ts';
import { asksSum } from '../understand/loss/asks-sum.ts';
import { isOfOther } from '../understand/loss/of-other.ts';
import { lossBehind, tellsLossBehind } from '../understand/loss/told.ts';
import type { Part } from '../understand/two-questions/split.ts';
import type { World } from '../world.ts';
import { dayForCard, onDay } from './asked-day.ts';
import { forOutside } from './outside.ts';
import { withGap } from './unsure.ts';

/** One card, for a day; also what a tapped title or a follow-up in time gives. */
export function answerCard(context: Context, cardId: string, asked: string): Draft {
  const { state, world } = context;
  const day = dayForCard(context, world.knowledge.cards.get(cardId), asked);
  const answer = answerWith(world.knowledge, cardId, day);
  if (!answer) return cardGone(context);
  const outcome = outcomeOf(answer);
  const heard = context.heard.kind === 'text' ? context.heard.text : '';
  // "Nhân", "cả thảy" without marks may name a fruit and a fish.
  const sums = asksSum(state.loss, answer.card.id, heard);
  const other = !sums && isOfOther(world.knowledge, answer.card, heard);
  const loss = other ? undefined : lossBehind(state.loss, answer.card, heard);
  const next: State = {
    ...state,
    topic: topicOf(answer.card, day, world.today, state.topic),
    unsure: undefined,
    loss,
  };
  const whole = answerReply(world.knowledge, answer, world.today);
  const told = { ...context, state: { ...state, loss } };
  const shown = countedAgain(told, state.loss, whole, answer) ?? saidAgain(told, whole, answer);
  const draft: Draft = {
    state: next,
    replies: opened(answer, world, [shown ?? withOwn(told, whole, answer)]),
    outcome,
    cards: [answer.card.id],
  };
  if (outcome !== 'no_answer' || context.heard.kind !== 'text') return forOutside(context, draft);
  return withGap(context, draft, context.heard.text, [answer.card.id]);
}

/** What was shown once and is no longer an answer, a card taken back for one. */
export const cardGone = ({ state, world }: Context): Draft => ({
  state,
  replies: [cardGoneReply(world)],
  outcome: 'small_talk',
});

/** Whom to see is said first where staff have filled it in. */
function opened({ card }: Answer, world: World, replies: Reply[]): Reply[] {
  const office = card.office ? officeLine(world) : undefined;
  return office === undefined ? replies : opening(line(office), replies);
}

/** Behind the answer with the rates, what they come to for the loss told since is all that is new. */
function countedAgain(
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
function saidAgain(context: Context, whole: Reply, answer: Answer): Reply | undefined {
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

/** The likeliest reading, said to be one, with the others one tap away. */
export function answerLikely(
  context: Context,
  message: string,
  { card, others }: { card: Card; others: readonly Card[] },
  day: string,
): Draft {
  const { knowledge } = context.world;
  const draft = answerCard(context, card.id, day);
  const [shown] = draft.replies;
  if (!shown) return draft;
  const unsure: Unsure = {
    ...unsureAbout(maskNumbers(message), context.state.unsure),
    offered: [card, ...others].map((c) => c.id),
    answered: true,
  };
  const guess = line(say(knowledge.wording, 'likely', { title: card.title }));
  const choices = [
    ...others.map(cardChoice),
    { id: 'no:these', label: say(knowledge.wording, 'label_none') },
    staffChoice(knowledge),
  ];
  return {
    ...draft,
    state: { ...draft.state, unsure },
    replies: [{ ...shown, blocks: [guess, ...shown.blocks], choices }],
  };
}

/** What the answer means for what the person told, right behind the answer itself. */
function withOwn({ state, heard, world }: Context, shown: Reply, answer: Answer): Reply {
  const own =
    answer.day === world.today
      ? [
          ...forYou(world.knowledge, answer, state.told, heard.kind === 'text' ? heard.text : ''),
          ...estimateOf(world.knowledge, answer, state.loss),
          ...portionsOf(world.knowledge, answer, heard.kind === 'text' ? heard.text : ''),
        ]
      : [];
  return behindSaid(shown, own);
}

function behindSaid(shown: Reply, own: readonly Block[]): Reply {
  const at = shown.blocks.findIndex((b) => b.kind === 'strong') + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), ...own, ...shown.blocks.slice(at)] };
}

function topicOf(card: Card, day: string, today: string, before: Topic): Topic {
  const form =
    card.forms.length === 1
      ? card.forms[0]
      : before.form && card.forms.includes(before.form)
        ? before.form
        : undefined;
  const earlier = before.card === card.id ? before.before : before.card;
  const topic = { card: card.id, aspect: card.aspect, ...(earlier ? { before: earlier } : {}) };
  return onDay({ ...topic, ...(form ? { form } : {}) }, day, today);
}

/** Each part by its card; the same card once. */
export function answerBoth(context: Context, parts: readonly [Part, Part], day: string): Draft {
  const { world } = context;
  const [one, two] = parts.map((p) => answerWith(world.knowledge, p.card, day)?.card);
  if (one === two) return answerCard(context, parts[1].card, day);
  let draft: Draft = { state: context.state, replies: [], outcome: 'answered', cards: [] };
  for (const part of parts) {
    const named = formIn(part.text, world.knowledge.words);
    const again = part.card === context.state.topic.card;
    const heard: Context['heard'] = again ? asTyped(part.text) : { kind: 'empty' };
    const next = answerCard({ ...context, state: draft.state, heard }, part.card, day);
    draft = {
      state: named ? { ...next.state, topic: { ...next.state.topic, form: named } } : next.state,
      replies: [...draft.replies, ...next.replies],
      outcome: draft.replies.length === 0 ? next.outcome : worse(draft.outcome, next.outcome),
      cards: [...(draft.cards ?? []), ...(next.cards ?? [])],
    };
  }
  const [first, ...rest] = draft.replies;
  const intro = line(say(world.knowledge.wording, 'two_questions'));
  const replies = first ? [{ ...first, blocks: [intro, ...first.blocks], choices: [] }, ...rest] : [];
  return { ...draft, replies };
}

/** Two answers in one turn count as the one staff should look at. */
function worse(a: Draft['outcome'], b: Draft['outcome']): Draft['outcome'] {
  const order: Draft['outcome'][] = ['no_answer', 'out_of_date', 'answered'];
  return order.find((o) => o === a || o === b) ?? a;
}
