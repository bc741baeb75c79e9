// The answer a talk is about, where it was given for today: what people hold against it is held against what is in force.
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import type { Context } from '../context.ts';

/** Undefined where the talk is about none, or about another day. */
export function answerOfNow({ state, world }: Pick<Context, 'state' | 'world'>): Answer | undefined {
  const { card, asOf = world.today } = state.topic;
  return card && asOf === world.today ? answerWith(world.knowledge, card, world.today) : undefined;
}
