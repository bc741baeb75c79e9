// Answers with one card for a day, or with two for two questions, and remembers what the talk is about from then on.
import { type Answer, answerWith } from '../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../knowledge/figures.ts';
import { formIn } from '../knowledge/forms.ts';
import type { Card } from '../knowledge/schema.ts';
import { say } from '../knowledge/wording.ts';
import { maskNumbers } from '../language/phones.ts';
import { type Context, type Draft, line } from './context.ts';
import type { Reply } from './message.ts';
import { answerReply, cardChoice, outcomeOf } from './replies/answer.ts';
import { onlyLines } from './replies/detail.ts';
import { menuReply } from './replies/menu.ts';
import { forYou } from './replies/told.ts';
import type { State, Topic } from './state.ts';
import type { Part } from './understand/split.ts';
import { tellsWhat } from './understand/tells.ts';
import { onDay, staffChoice, withGap } from './unsure.ts';

/** One card, for a day; also what a tapped title or a follow-up in time gives. */
export function answerCard(context: Context, cardId: string, day: string): Draft {
  const { state, world } = context;
  const answer = answerWith(world.knowledge, cardId, day);
  if (!answer) return { state, replies: [menuReply(world)], outcome: 'small_talk' };
  const outcome = outcomeOf(answer);
  const next: State = {
    ...state,
    topic: topicOf(answer.card, day, world.today, state.topic),
    unsure: undefined,
  };
  const whole = answerReply(world.knowledge, answer, world.today);
  const draft: Draft = {
    state: next,
    replies: [detailOf(context, whole, answer) ?? withTold(context, whole, answer)],
    outcome,
    cards: [answer.card.id],
  };
  if (outcome !== 'no_answer' || context.heard.kind !== 'text') return draft;
  return withGap(context, draft, context.heard.text, [answer.card.id]);
}

/** What was just answered is not said over again: the lines that tell what is asked now, and the whole one tap away. */
function detailOf({ state, heard, world }: Context, whole: Reply, { card, day }: Answer): Reply | undefined {
  const before = state.topic.asOf ?? world.today;
  if (heard.kind !== 'text' || card.id !== state.topic.card || day !== before) return undefined;
  const units = unitsOf(world.knowledge.words.units);
  const unitsIn = (line: string): string[] => figuresIn(line, units).map((f) => f.unit);
  const detail = onlyLines(whole, tellsWhat(world.knowledge, heard.text), unitsIn);
  if (!detail) return undefined;
  const again = { ...cardChoice(card), label: say(world.knowledge.wording, 'label_whole') };
  return { ...detail, choices: [again, ...detail.choices] };
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
  const before = context.state.unsure;
  const unsure: State['unsure'] = {
    question: maskNumbers(message),
    failures: before?.failures ?? 0,
    refused: before?.refused ?? [],
    offered: [card, ...others].map((c) => c.id),
    answered: true,
  };
  const guess = line(say(knowledge.wording, 'likely', { title: card.title }));
  const choices = [
    ...others.map(cardChoice),
    { id: 'no:these', label: say(knowledge.wording, 'label_none') },
    ...staffChoice(knowledge),
  ];
  return {
    ...draft,
    state: { ...draft.state, unsure },
    replies: [{ ...shown, blocks: [guess, ...shown.blocks], choices }],
  };
}

/** What the answer means for what the person told, right behind the answer itself. */
function withTold({ state, world }: Context, shown: Reply, answer: Answer): Reply {
  const own = answer.day === world.today ? forYou(world.knowledge, answer, state.told) : [];
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
  return onDay({ card: card.id, aspect: card.aspect, ...(form ? { form } : {}) }, day, today);
}

/** Each part by its card; the same card once. */
export function answerBoth(context: Context, parts: readonly [Part, Part], day: string): Draft {
  const { world } = context;
  const [one, two] = parts.map((p) => answerWith(world.knowledge, p.card, day)?.card);
  if (one === two) return answerCard(context, parts[1].card, day);
  let draft: Draft = { state: context.state, replies: [], outcome: 'answered', cards: [] };
  for (const part of parts) {
    const named = formIn(part.text, world.knowledge.words);
    const next = answerCard({ ...context, state: draft.state, heard: { kind: 'empty' } }, part.card, day);
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
