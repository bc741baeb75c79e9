// Which answers a sum may stand on: those said last, and behind them the cards they lead to that count something.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Topic } from '../state.ts';

/** Ids of cards, the last answer first; `counts`: which of those that are only led to. */
export function saidThenLed(
  { cards }: Knowledge,
  { card, before, earlier = [] }: Topic,
  counts: (card: Card) => boolean,
): string[] {
  const said = [card, before, ...earlier].flatMap((id) => id ?? []);
  const led = said
    .flatMap((id) => cards.get(id)?.related ?? [])
    .filter((id) => {
      const other = cards.get(id);
      return other !== undefined && counts(other);
    });
  return [...said, ...led];
}
