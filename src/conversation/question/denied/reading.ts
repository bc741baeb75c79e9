// How surely words mean a card behind what was told, where some cards are not meant.
import { isAsking } from '../../../language/asking.ts';
import type { Context } from '../../context.ts';
import { bandOf } from '../../understand/bands.ts';
import type { Denial } from '../../understand/follow-up/denial/index.ts';
import { behindTold } from '../../understand/follow-up/of-other.ts';

/** Whether it surely or likely means a card that was not denied, or comes near some. */
export function reading({ state, world: { knowledge } }: Context, text: string): 'sure' | 'near' | undefined {
  const refused = new Set(state.unsure?.refused ?? []);
  const hits = behindTold(knowledge, text, state.subjects, knowledge.search.rank(text)).filter(
    (h) => !refused.has(h.id),
  );
  const { kind } = bandOf(knowledge, hits);
  return kind === 'card' || kind === 'likely' ? 'sure' : kind === 'close' ? 'near' : undefined;
}
export const leadsOn = (context: Context, text: string): boolean => reading(context, text) !== undefined;

/** What the rest surely asks is answered although its title was not taken for that: "không phải câu nào, tôi hỏi …". */
export function surelyAsked({ state, world: { knowledge } }: Context, rest: string): string | undefined {
  const band = bandOf(knowledge, behindTold(knowledge, rest, state.subjects, knowledge.search.rank(rest)));
  return band.kind === 'card' ? band.card.id : undefined;
}

export const asksByItself = (context: Context, { isNot, rest }: Denial): boolean =>
  isNot && rest !== '' && isAsking(rest) && reading(context, rest) === 'sure';
