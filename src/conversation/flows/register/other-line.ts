// What is typed at a step that it does not answer, but plainly is another line of the form: "trồng quế" where the number of people is asked.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { productTold } from '../../understand/told.ts';
import { ask } from './run.ts';
import type { Step } from './steps.ts';
import { takeAnswer } from './take-answer.ts';

/** Where a trade or a place can be no answer: a name, a time or a trade itself takes any words. */
const steps: ReadonlySet<Step> = new Set(['form', 'members', 'consent', 'phone', 'summary']);

/** Changes the trade or the place that was remembered or given before, says so, and asks the step again. */
export function otherLine(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.kind !== 'group' || !steps.has(flow.step)) return undefined;
  const { draft } = flow;
  const place = takeAnswer('place', heard, world);
  const moves = place.kind === 'set' && place.fields.place !== draft.place ? place : undefined;
  const told = productTold(heard.text, world.knowledge);
  const trade = told && told !== draft.product ? takeAnswer('product', heard, world) : undefined;
  const fields = { ...moves?.fields, ...(trade?.kind === 'set' ? trade.fields : {}) };
  const lines = [fields.placeText, fields.productText].filter((text) => text !== undefined);
  if (lines.length === 0) return undefined;
  const changed = say(world.knowledge.wording, 'line_changed', { lines: lines.join(', ') });
  const said = [changed, ...(moves?.note ? [moves.note] : [])].map(line);
  return ask(context, { ...flow, draft: { ...draft, ...fields } }, said);
}
