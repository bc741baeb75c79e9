// "Bò không phải dê nhé. Có 6 người": a sentence that puts the trade right beside the one that answers the step.
import { say } from '../../../knowledge/wording.ts';
import { fold } from '../../../language/fold.ts';
import { type Context, type Draft, line, saying } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { answersPlainly, takeAnswer } from './take-answer.ts';
import { takeStep } from './take-step.ts';

/** Only where nothing else is said. */
export function rightedBeside(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.kind !== 'group' || !flow.draft.productText) return undefined;
  const sentences = heard.text.split(/[.;!]+\s+/);
  const answer = sentences.find((text) => answersPlainly(flow.step, text, world));
  const [other = '', ...more] = sentences.filter((text) => text !== answer);
  if (answer === undefined || more.length > 0 || !/\b(?:khong|ko|k) phai\b/.test(fold(other)))
    return undefined;
  const trade = takeAnswer('product', { kind: 'text', text: other, cut: false }, world);
  if (trade.kind !== 'set' || !trade.fields.product || trade.fields.product === flow.draft.product)
    return undefined;
  const righted = { ...flow, draft: { ...flow.draft, ...trade.fields } };
  const taken = takeStep({ ...context, heard: { ...heard, text: answer } }, righted);
  const told = line(say(world.knowledge.wording, 'line_changed', { lines: trade.fields.productText ?? '' }));
  return taken && saying(told, taken);
}
