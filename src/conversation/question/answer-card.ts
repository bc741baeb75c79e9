// Answers with one card for a day, or with two for two questions, and remembers what the talk is about from then on.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { say } from '../../knowledge/wording.ts';
import { maskNumbers } from '../../language/phones.ts';
import { asTyped, type Context, type Draft, line, opening } from '../context.ts';
import type { Reply } from '../message.ts';
import { answerReply, outcomeOf } from '../replies/answer.ts';
import { cardChoice, staffChoice } from '../replies/choices.ts';
import { cardGoneReply } from '../replies/menu.ts';
import { officeLine } from '../replies/office.ts';
import { saidOnce } from '../replies/said-once.ts';
import { type Unsure, unsureAbout } from '../state/unsure.ts';
import type { State, Topic } from '../state.ts';
import { asksSum } from '../understand/loss/asks-sum.ts';
import { beyondRates } from '../understand/loss/beyond.ts';
import { lossKept } from '../understand/loss/kept.ts';
import { tellsLoss } from '../understand/loss/measures.ts';
import { isOfOther, namesOwn } from '../understand/loss/of-other.ts';
import { isCountedBy } from '../understand/loss/told.ts';
import type { Part } from '../understand/two-questions/split.ts';
import type { World } from '../world.ts';
import { dayForCard, onDay } from './asked-day.ts';
import { askedFirst } from './asked-first.ts';
import { forOutside } from './outside.ts';
import { withOwn } from './own-case.ts';
import { countedAgain, saidAgain } from './said-again.ts';
import { saysNoMore } from './says-no-more.ts';
import { withGap } from './unsure.ts';

/** One card, for a day; also what a tapped title or a follow-up in time gives. */
export function answerCard(context: Context, named: string, asked: string, guessed = false): Draft {
  const { state, world } = context;
  const cardId = inPlaceOf(context, named);
  const day = dayForCard(context, world.knowledge.cards.get(cardId), asked);
  const answer = answerWith(world.knowledge, cardId, day);
  if (!answer) return cardGone(context);
  const heard = context.heard.kind === 'text' ? context.heard.text : '';
  // "Nhân", "cả thảy" without marks may name a fruit and a fish.
  const sums = asksSum(state.loss, answer.card.id, heard);
  const other = !sums && isOfOther(world.knowledge, answer.card, heard);
  const unnamed = guessed && isUnnamed(context, answer.card, heard);
  const loss = other || unnamed ? undefined : lossKept(world.knowledge, state.loss, answer.card, heard);
  const next: State = {
    ...state,
    topic: topicOf(answer.card, day, world.today, state.topic),
    unsure: undefined,
    loss,
  };
  const whole = answerReply(world.knowledge, answer, world.today);
  const told = { ...context, state: { ...state, loss } };
  const counted = countedAgain(told, state.loss, whole, answer);
  const no = counted ? undefined : saysNoMore(told, whole, answer);
  const shown = counted ?? no ?? saidAgain(told, whole, answer);
  const outcome = no ? 'no_answer' : outcomeOf(answer);
  const draft: Draft = {
    state: next,
    replies: opened(answer, world, [shown ?? withOwn(told, askedFirst(told, whole, answer), answer)]),
    outcome,
    cards: [answer.card.id],
  };
  if (outcome !== 'no_answer' || context.heard.kind !== 'text') return forOutside(context, draft);
  return withGap(context, draft, context.heard.text, [answer.card.id]);
}

/** The card that says what is known, where what was typed is nothing that the rates of this one count. */
function inPlaceOf({ state, heard, world: { knowledge } }: Context, id: string): string {
  const card = knowledge.cards.get(id);
  if (!card || heard.kind !== 'text') return id;
  const told = ratesTold(knowledge, state, card, heard.text);
  if (told) return told.id;
  return beyondRates(knowledge, card, heard.text, state.topic.card)?.id ?? id;
}

/** Rates are a guess where nothing they count was named or spoken of: nothing is reckoned by them. */
const isUnnamed = ({ state, world }: Context, card: Card, message: string): boolean =>
  card.rates.length > 0 &&
  state.topic.card !== card.id &&
  state.loss?.card !== card.id &&
  !namesOwn(world.knowledge, card, message);

/** The crop that was told of before, where the message only measures it and names none: seedlings are not rice. */
function ratesTold(knowledge: Knowledge, { loss }: State, card: Card, message: string): Card | undefined {
  const told = knowledge.cards.get(loss?.card ?? '');
  if (!told || told === card || card.rates.length === 0 || !tellsLoss(message)) return undefined;
  const names = namesOwn(knowledge, card, message) || isOfOther(knowledge, told, message);
  return !names && isCountedBy(told, message) ? told : undefined;
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

/** The likeliest reading, said to be one, with the others one tap away. */
export function answerLikely(
  context: Context,
  message: string,
  { card, others }: { card: Card; others: readonly Card[] },
  day: string,
): Draft {
  const { knowledge } = context.world;
  const draft = answerCard(context, card.id, day, true);
  const [shown] = draft.replies;
  if (!shown) return draft;
  const unsure: Unsure = {
    ...unsureAbout(maskNumbers(message), context.state.unsure),
    offered: [card, ...others].map((c) => c.id),
    answered: true,
  };
  const answered = knowledge.cards.get(draft.cards?.[0] ?? '') ?? card;
  const guess = line(say(knowledge.wording, 'likely', { title: answered.title }));
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

function topicOf(card: Card, day: string, today: string, before: Topic): Topic {
  const form =
    card.forms.length === 1
      ? card.forms[0]
      : before.form && card.forms.includes(before.form)
        ? before.form
        : undefined;
  const topic = { card: card.id, aspect: card.aspect, ...answersBefore(card.id, before) };
  return onDay({ ...topic, ...(form ? { form } : {}) }, day, today);
}

/** What was answered before this card, each once. */
function answersBefore(card: string, topic: Topic): Pick<Topic, 'before' | 'earlier'> {
  const said = [topic.card, topic.before, ...(topic.earlier ?? [])].flatMap((id) => id ?? []);
  const [before, ...earlier] = [...new Set(said)].filter((id) => id !== card);
  return before ? { before, ...(earlier.length > 0 ? { earlier: earlier.slice(0, kept) } : {}) } : {};
}
const kept = 4;

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
  return { ...draft, replies: saidOnce(world.knowledge, draft.replies) };
}

/** Two answers in one turn count as the one staff should look at. */
function worse(a: Draft['outcome'], b: Draft['outcome']): Draft['outcome'] {
  const order: Draft['outcome'][] = ['no_answer', 'out_of_date', 'answered'];
  return order.find((o) => o === a || o === b) ?? a;
}
