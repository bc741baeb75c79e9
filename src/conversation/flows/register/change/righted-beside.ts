// "Bò không phải dê nhé. Có 6 người": a sentence that puts trade or place right, or adds a trade, beside the one that answers the step; beside the call time, a line by its name.
import { say } from '../../../../knowledge/wording.ts';
import { fold } from '../../../../language/fold.ts';
import { asTyped, type Context, type Draft, line, saying } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { answersPlainly, takeAnswer } from '../answer/take-answer.ts';
import { takeStep } from '../answer/take-step.ts';
import { takenParts } from '../ask/taken.ts';
import { askStill } from '../go-on.ts';
import { addedTo } from '../read/added.ts';
import { lineNamed } from '../read/typed.ts';
import { personal } from '../steps.ts';

/** Only where nothing else is said. */
export function rightedBeside(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.kind !== 'group') return undefined;
  const named = namedBesideTime(context, flow);
  if (named) return named;
  const sentences = heard.text.split(/[.;!]+\s+|,\s+(?=(?:à|a|ơ|o|ah)\s)/iu);
  const answer = sentences.find((text) => answersPlainly(flow.step, text, world));
  const [other = '', ...more] = sentences.filter((text) => text !== answer);
  if (answer === undefined || more.length > 0) return undefined;
  const fields = righting(other, flow, world);
  if (!fields) return undefined;
  const righted = { ...flow, draft: { ...flow.draft, ...fields } };
  const taken = takeStep({ ...context, heard: { ...heard, text: answer } }, righted);
  const lines = fields.productText ?? fields.placeText ?? '';
  const told = line(say(world.knowledge.wording, 'line_changed', { lines }));
  return taken && saying(told, taken);
}

/** "Lúc nào cũng được, mà số người giờ là 5 nhé". */
function namedBesideTime(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (heard.kind !== 'text' || flow.step !== 'time') return undefined;
  const clauses = heard.text.split(/(?<=[,.;!])\s+/u);
  for (const [at, clause] of clauses.entries()) {
    const named = lineNamed(clause.replace(/^(?:mà|ma|với cả|voi ca|à)\s+/iu, ''));
    if (named?.value === undefined || named.step === 'time' || personal[named.step]) continue;
    const taken = takeAnswer(named.step, { ...heard, text: named.value }, world);
    const rest = clauses
      .filter((_, i) => i !== at)
      .join(' ')
      .replace(/[\s,.;]+$/u, '');
    if (taken.kind !== 'set' || rest === '') continue;
    const righted = { ...flow, draft: { ...flow.draft, ...taken.fields } };
    const lines = takenParts(taken.fields, world, false).join(', ');
    const told = line(say(world.knowledge.wording, 'line_changed', { lines }));
    const next = takeStep({ ...context, heard: { ...heard, text: rest } }, righted);
    return next ? saying(told, next) : askStill(context, righted, [told]);
  }
  return undefined;
}

/** What the sentence beside the answer changes: only where it says what it is not, or adds to what is there. */
function righting(other: string, flow: RegisterFlow, world: World): RegisterFlow['draft'] | undefined {
  const said = fold(other);
  const added = addedTo(other, flow.draft).productText;
  if (added !== undefined) return { productText: added };
  if (!/\b(?:khong|ko|k) phai\b/.test(said)) return undefined;
  const heard = asTyped(other);
  const trade = flow.draft.productText === undefined ? undefined : takeAnswer('product', heard, world);
  if (trade?.kind === 'set' && trade.fields.product && trade.fields.product !== flow.draft.product)
    return trade.fields;
  const place = flow.draft.placeText === undefined ? undefined : takeAnswer('place', heard, world);
  return place?.kind === 'set' && place.fields.place !== flow.draft.place ? place.fields : undefined;
}
