// What puts an answer right is not answered by the same line again, nor by one that speaks of what was just said not to be meant.
import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Context } from '../../context.ts';
import type { State } from '../../state.ts';
import { speaksOfWords } from '../../understand/line-asked/put-aside.ts';

/** The places of such lines; none where the message puts nothing right. Where a whole answer was said, only its words tell which. */
export function linesPutAside({ corrects }: Pick<Context, 'corrects'>, card: Card): number[] {
  if (!corrects) return [];
  const lines = linesOf(card);
  const shown = corrects.said?.card === card.id ? corrects.said.lines : [];
  const said = shown.length <= few && shown.length < lines.length ? shown : [];
  return lines.flatMap((line, at) =>
    said.includes(at) || corrects.denied.some((words) => speaksOfWords(headOf(line), words)) ? [at] : [],
  );
}
const few = 4;
/** What a line is about stands in its first sentence; further on it may be named to tell it apart. */
const headOf = (line: string): string => line.split(/[.;]\s/u)[0] ?? line;

/** What puts right the answer that was said last; titles to choose from said nothing yet. */
export const correcting = ({ unsure, shown }: State, denied: readonly string[]): Context['corrects'] => ({
  denied,
  said: unsure && !unsure.answered && unsure.offered.length > 0 ? undefined : shown,
});
