// What is typed at a step that it does not answer, but plainly is another line of the form: "trồng quế" where the number of people is asked.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { productTold } from '../../understand/told.ts';
import { ask } from './run.ts';
import { type Step, takeAnswer } from './steps.ts';

type Fields = RegisterFlow['draft'];

/** Where a trade or a place can be no answer: a name, a time or a trade itself takes any words. */
const steps: ReadonlySet<Step> = new Set(['form', 'members', 'consent', 'phone', 'summary']);
const longest = 120;

/** Changes the trade or the place that was remembered or given before, says so, and asks the step again. */
export function otherLine(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.kind !== 'group' || !steps.has(flow.step)) return undefined;
  if (heard.text.length > longest) return undefined;
  const fields = { ...placeIn(context, flow), ...tradeIn(context, flow) };
  const written = [fields.placeText, fields.productText].filter((t) => t !== undefined);
  if (written.length === 0) return undefined;
  return ask(context, { ...flow, draft: { ...flow.draft, ...fields } }, [
    line(say(world.knowledge.wording, 'line_changed', { lines: written.join(', ') })),
  ]);
}

function tradeIn({ heard, world }: Context, flow: RegisterFlow): Partial<Fields> {
  const text = heard.kind === 'text' ? heard.text : '';
  const product = productTold(text, world.knowledge);
  return product === undefined || product === flow.draft.product ? {} : { product, productText: text };
}

function placeIn({ heard, world }: Context, flow: RegisterFlow): Partial<Fields> {
  const taken = takeAnswer('place', heard, world);
  return taken.kind === 'set' && taken.fields.place !== flow.draft.place ? taken.fields : {};
}
