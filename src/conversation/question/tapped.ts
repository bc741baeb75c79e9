// A button of an answer was tapped, at once or long after: a card's title, the words of its clauses, or "none of these".
import { answerWith } from '../../knowledge/answer.ts';
import type { Context, Draft } from '../context.ts';
import { notAtThisStep, thenPresentStep } from '../flows/register/present-step.ts';
import { quoteReply } from '../replies/answer.ts';
import { answerCard, cardGone } from './answer-card.ts';
import { dayOfTalk } from './asked-day.ts';
import { offerNear } from './near-titles.ts';
import { unsure } from './unsure.ts';

export function tapped(context: Context): Draft | undefined {
  const { state, heard, world } = context;
  if (heard.kind !== 'choice') return undefined;
  const [kind, id = ''] = heard.id.split(/:(.*)/s);
  if ((kind === 'card' || kind === 'quote') && !world.knowledge.cards.has(id))
    return thenPresentStep(context, cardGone(context));
  if (kind === 'card') return thenPresentStep(context, answerCard(context, id, dayOfTalk(context)));
  if (kind === 'quote') return quoted(context, id);
  if (kind !== 'no' || !state.unsure) return undefined;
  const form = notAtThisStep(context);
  if (form) return form;
  const offered = state.offered.flatMap((c) =>
    c.id.startsWith('card:') ? [c.id.slice('card:'.length)] : [],
  );
  const refused = [...state.unsure.refused, ...(state.unsure.answered ? state.unsure.offered : offered)];
  const next = { ...state, unsure: { ...state.unsure, refused, answered: undefined } };
  const without = { ...context, state: next };
  const { question } = state.unsure;
  const before = state.matters?.at(-2);
  const texts = [question, ...(before ? [`${before} ${question}`] : [])];
  return offerNear(without, question, texts, dayOfTalk(context)) ?? unsure(without, question, offered);
}

/** The clauses a card rests on, word for word; undefined where none is kept. */
export function quoted(context: Context, cardId: string): Draft | undefined {
  const { state, world } = context;
  const day = dayOfTalk(context);
  const citations = answerWith(world.knowledge, cardId, day)?.citations ?? [];
  const shown = quoteReply(world.knowledge, citations, day, world.today);
  return shown && thenPresentStep(context, { state, replies: [shown], outcome: 'answered', cards: [cardId] });
}
