// Says one sentence beside the form and asks the step again, or takes what answered it.
import { say, type WordingKey } from '../../../../knowledge/wording.ts';
import { findPhone } from '../../../../language/phones.ts';
import { type Context, type Draft, line, saying } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { keepMonths } from '../../../world.ts';
import { takeStep } from '../answer/take-step.ts';
import { askStill } from '../go-on.ts';
import { isNumberAsked } from '../steps.ts';
import { answeredApart } from './answer-apart.ts';

/** The notice with its points is not read out again; a number that was asked for and stands beside it is taken. */
export function sayThenAsk(context: Context, flow: RegisterFlow, key: WordingKey): Draft {
  const { heard, world } = context;
  const marks = { lead_months: keepMonths.lead, operator: world.operator.name };
  const said = line(say(world.knowledge.wording, key, marks));
  const given = isNumberAsked(flow) && heard.kind === 'text' && findPhone(heard.text) !== undefined;
  const taken = given
    ? takeStep(context, flow)
    : doubts.has(key) && mayHang.has(flow.step)
      ? undefined
      : answeredApart(context, flow);
  return taken ? saying(said, taken) : askStill(context, flow, [said]);
}
/** Whoever asks these may not want to be written down at all: beside them nothing is agreed to or sent. */
const doubts: ReadonlySet<WordingKey> = new Set([
  'privacy_in_form',
  'who_sees',
  'why_phone',
  'why_name',
  'no_phone',
  'number_early',
  'not_noted',
  'form_free',
  'form_binds_not',
  'form_is_wish',
]);
const mayHang: ReadonlySet<RegisterFlow['step']> = new Set(['consent', 'summary']);
