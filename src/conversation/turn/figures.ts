// Own sums that stay in mind while the talk is about the answer they were told behind: "vốn điều lệ 800 triệu", and then "tôi góp 250 thì sao".
import type { Context, Draft } from '../context.ts';
import type { State } from '../state.ts';
import { figuresTold } from '../understand/own-figures.ts';

/** Kept by the card the talk is about now; nothing where that sets no share. */
export function figuresNow({ state, heard, world }: Context, draft: Draft): State['figures'] {
  const card = world.knowledge.cards.get(draft.state.topic.card ?? '');
  const [portion, ...others] = card?.portions ?? [];
  if (!card || !portion || others.length > 0 || portion.part.length === 0) return undefined;
  const before = state.figures?.card === card.id ? state.figures : undefined;
  const told = heard.kind === 'text' ? figuresTold(portion, heard.text, before) : undefined;
  const { whole, part } = told ?? before ?? {};
  if (whole === undefined && part === undefined) return undefined;
  return {
    card: card.id,
    ...(whole === undefined ? {} : { whole }),
    ...(part === undefined ? {} : { part }),
  };
}
