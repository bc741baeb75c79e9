// What a denial comes to: the talk without what was not meant, and what is asked instead.
import { formIn } from '../../../knowledge/forms.ts';
import type { Context } from '../../context.ts';
import { denying } from '../../state/denied-cards.ts';
import { type Unsure, unsureAbout } from '../../state/unsure.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';

/** `context`: the talk without what was denied. `rest`: what is asked, empty where nothing is. `again`: it is the question that was answered wrongly. `told`: by what of it the line of an answer is found, where that is not all. `stays`: the card of which only a line was not meant. */
export type Denied = {
  context: Context;
  rest: string;
  leans: boolean;
  again?: boolean;
  told?: string;
  stays?: string;
};

/** The talk is about nothing that was denied, and none of that is shown again; what was refused before and is surely asked for now, is. */
export function withoutTopic(
  { state, heard, world }: Context,
  denial: Denial,
  refused: readonly string[],
  anew: string | undefined,
): Context {
  const { card: _, aspect: __, before: ___, form, ...bare } = state.topic;
  const notForm = formIn(denial.denied, world.knowledge.words);
  const open = unsureAbout(state.unsure?.question ?? '', state.unsure);
  const unsure: Unsure = {
    ...open,
    offered: state.unsure?.offered ?? [],
    refused: [...new Set([...open.refused.filter((id) => id !== anew), ...refused])],
    ...(state.unsure?.answered ? { answered: true } : {}),
  };
  const topic = form && form !== notForm ? { ...bare, form } : bare;
  return { heard, world, state: { ...state, topic, unsure, denied: denying(state, refused) } };
}
