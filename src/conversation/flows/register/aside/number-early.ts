// A number that is told before consent: not kept and said to be not, while what stands beside it is.
import { digitsOfBrokenPhone, findPhone, maskNumbers } from '../../../../language/phones.ts';
import { asTyped, type Context, type Draft } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { consentWord } from '../answer/consent.ts';
import { takeAnswer } from '../answer/take-answer.ts';
import { onward } from '../go-on.ts';
import { linesIn } from '../start.ts';
import { sayThenAsk } from './say-then-ask.ts';

export function numberEarly(context: Context, flow: RegisterFlow, text: string): Draft | undefined {
  const typed = findPhone(text) ?? digitsOfBrokenPhone(text);
  const agrees = flow.step === 'consent' && consentWord(text) === 'yes';
  const early = typed !== undefined && flow.consent === undefined && !flow.updates && !agrees;
  if (!early || flow.draft.phone !== undefined) return undefined;
  // Place, trade and count told with it are kept, so far as they are not written down yet.
  const masked = maskNumbers(text.replace(digits, '[số]'));
  const besides = flow.kind === 'group' ? linesIn(masked.replaceAll('[số]', ' '), context.world) : {};
  const draft = { ...besides, ...answerBeside(masked, flow, context), ...flow.draft };
  const next = Object.keys(draft).length > Object.keys(flow.draft).length ? onward({ ...flow, draft }) : flow;
  const told = sayThenAsk(context, { ...next, early: true }, 'number_early');
  return { ...told, keptSaid: masked };
}
const digits = /\d[\d\s.-]{4,}\d/g;

/** "Chưa rõ. Sáng 09…": what answers the step beside a number that was told too early. */
function answerBeside(masked: string, { step }: RegisterFlow, { world }: Context): RegisterFlow['draft'] {
  if (step !== 'form' && step !== 'place' && step !== 'members') return {};
  for (const part of masked.split(/[.,;]+/u).filter((clause) => !clause.includes('[số]'))) {
    const taken = takeAnswer(step, asTyped(part.trim()), world);
    if (taken.kind === 'set') return taken.fields;
  }
  return {};
}
