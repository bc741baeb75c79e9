// What was answered or offered last, which a denial may be of.
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Context } from '../../context.ts';
import type { State } from '../../state.ts';

/** The cards that were answered or offered last. */
export function saidBefore({ state, world }: Context): Card[] {
  const answered = state.topic.card ? [state.topic.card, state.shown?.card ?? ''] : [];
  const ids = isOffering(state) ? (state.unsure?.offered ?? []) : answered;
  return ids.flatMap((id) => world.knowledge.cards.get(id) ?? []);
}
export const isOffering = ({ unsure }: State): boolean =>
  unsure !== undefined && !unsure.answered && unsure.offered.length > 0;

/** It was answered before the wrong answer: asked on from there it is no answer. */
export const isSaid = ({ topic }: State, id: string): boolean => id === topic.card || id === topic.before;
