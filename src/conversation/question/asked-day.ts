// Which day a message asks about, and what is left of it to be answered.
import type { Card } from '../../knowledge/schema/card.ts';
import type { Context } from '../context.ts';
import { behind, type Topic } from '../state.ts';
import { bandOf } from '../understand/bands.ts';
import { asOfIn } from '../understand/day/as-of.ts';
import { rankInTopic } from '../understand/follow-up/index.ts';

export type AskedDay = {
  day: string;
  /** The message without the words of time. */
  text: string;
  /** Only a day was said: the last answer is wanted for that day. */
  again: boolean;
};

/** The day the talk is about: one that was asked about, else today. */
export const dayOfTalk = ({ state, world }: Context): string => state.topic.asOf ?? world.asOf ?? world.today;

/** What is tapped next is answered for the day that was asked about. */
export function onDay({ asOf: _, ...topic }: Topic, day: string, today: string): Topic {
  return day === today ? topic : { ...topic, asOf: day };
}

/** What was lost in a year past is counted by the rule of then, whatever day it is asked on. */
export const dayForCard = (
  { state, world }: Pick<Context, 'state' | 'world'>,
  card: Card | undefined,
  day: string,
): string => (card?.loss && state.lossOn && day === world.today ? state.lossOn : day);

/** Answers that are about a year themselves: "năm 2025 phải có bao nhiêu" names the target, not a day of law. */
const ofYears = new Set(['target', 'figures']);

export function askedDay({ state, world }: Context, message: string): AskedDay {
  const usual = world.asOf ?? world.today;
  const asOf = asOfIn(message, world.today, state.topic.asOf);
  if (!asOf) return { day: usual, text: message, again: false };
  const band = bandOf(world.knowledge, rankInTopic(world.knowledge, message, behind(state)));
  const card = asOf.alone && state.topic.card ? world.knowledge.cards.get(state.topic.card) : undefined;
  const about = card ?? (band.kind === 'card' || band.kind === 'likely' ? band.card : undefined);
  if (about && ofYears.has(about.aspect)) return { day: usual, text: message, again: false };
  return { day: asOf.day, text: asOf.rest || message, again: asOf.alone && card !== undefined };
}
