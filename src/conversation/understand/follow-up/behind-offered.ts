// Titles were offered and none chosen: what is said next may go on from any of them as well as from what stood before.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { type Behind, behind, type State } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { rankInTopic } from './index.ts';

/** How likely the talk goes on from the first, second and third title. */
const shares = [0.3, 0.2, 0.1];

/** `plain`, read without the titles, and read behind each of them, in the shares of how likely that is. */
export function alsoBehindOffered(
  knowledge: Knowledge,
  state: State,
  text: string,
  plain: Ranked[],
  denied: readonly string[],
): Ranked[] {
  const { unsure } = state;
  if (!unsure || unsure.answered) return plain;
  const offered = unsure.offered.slice(0, shares.length).flatMap((id) => knowledge.cards.get(id) ?? []);
  if (offered.length === 0) return plain;
  const readings = offered.map((card) => rankInTopic(knowledge, text, asIfChosen(state, card), denied));
  const left = 1 - shares.slice(0, offered.length).reduce((sum, share) => sum + share, 0);
  const odds = new Map<string, number>();
  for (const [i, hits] of [plain, ...readings].entries()) {
    const share = i === 0 ? left : (shares[i - 1] as number);
    for (const { id, score } of hits) odds.set(id, (odds.get(id) ?? 0) + share * score ** 2);
  }
  return [...odds].map(([id, odd]) => ({ id, score: Math.sqrt(odd) })).sort((a, b) => b.score - a.score);
}

function asIfChosen(state: State, { id, forms: [form, ...others] }: Card): Behind {
  const { card: before, form: told, ...topic } = behind(state);
  const about = form && others.length === 0 ? form : told;
  return { ...topic, card: id, ...(about ? { form: about } : {}), ...(before ? { before } : {}) };
}
