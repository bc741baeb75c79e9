// "Bò không phải dê nhé. Có 6 người": a sentence that puts trade or place right, or adds a trade, beside the one that answers the step; beside the call time, a line by its name.
import { say } from '../../../../knowledge/wording.ts';
import { fold } from '../../../../language/fold.ts';
import { asTyped, type Draft, line, saying, type Typed } from '../../../context.ts';
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
export function rightedBeside(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (flow.kind !== 'group') return undefined;
  const named = namedBeside(context, flow);
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

/** "Lúc nào cũng được, mà số người giờ là 5 nhé"; at the other steps only what says that it changes: "…, nhưng sửa nghề là …". */
function namedBeside(context: Typed, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  if (!besides.has(flow.step)) return undefined;
  const clauses = heard.text.split(
    /(?<=[,.;!])\s+|\s+(?=(?:nhưng|nhung|mà|ma)\s+(?:sửa|sua|đổi|doi|thay)\s)/iu,
  );
  for (const [at, clause] of clauses.entries()) {
    if (flow.step !== 'time' && !changes.test(clause)) continue;
    const named = lineNamed(
      clause.replace(/^(?:mà|ma|nhưng|nhung|với cả|voi ca|à)\s+/iu, '').replace(ending, ''),
    );
    if (named?.value === undefined || named.step === flow.step || personal[named.step]) continue;
    const taken = takeAnswer(named.step, { ...heard, text: named.value }, world);
    const rest = clauses
      .filter((_, i) => i !== at)
      .join(' ')
      .replace(/[\s,.;]+$/u, '');
    if (taken.kind !== 'set' || rest === '') continue;
    const righted = { ...flow, draft: { ...flow.draft, ...taken.fields } };
    const lines = takenParts(taken.fields, world).join(', ');
    const told = line(say(world.knowledge.wording, 'line_changed', { lines }));
    const next = takeStep({ ...context, heard: { ...heard, text: rest } }, righted);
    return next ? saying(told, next) : askStill(context, righted, [told]);
  }
  return undefined;
}

const besides: ReadonlySet<RegisterFlow['step']> = new Set(['form', 'place', 'product', 'members', 'time']);
const changes = /^(?:(?:mà|ma|nhưng|nhung|à)\s+)?(?:sửa|sua|đổi|doi|thay)\s/iu;
const ending = /\s+(?:nha|nhé|nhe|ạ)[\s.!]*$/iu;

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
