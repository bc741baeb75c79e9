// What was not understood at a step: the step is asked again, with a word on why where one is known.
import { say } from '../../../../knowledge/wording.ts';
import { isWrittenAsName } from '../../../../language/family-names.ts';
import { plainWords, syllables } from '../../../../language/fold.ts';
import { digitsOfBrokenPhone } from '../../../../language/phones.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { RegisterFlow } from '../../../state.ts';
import { withoutNames } from '../../../turn/without-own.ts';
import type { World } from '../../../world.ts';
import { asksHere } from '../aside/asks-here.ts';
import { remarked } from '../change/free-line.ts';
import { ask, askAgain, askStill } from '../go-on.ts';
import { kindOf } from '../read/kinds.ts';
import { introducesName } from '../read/name.ts';
import { personal } from '../steps.ts';

export function askOnceMore(context: Context, flow: RegisterFlow): Draft {
  const { heard, world } = context;
  const early = heard.kind === 'text' && earlyName(flow, heard.text, world);
  const mask = early ? personal.name : personal[flow.step];
  // Where the time is asked for, consent is given: what nothing here answers is for whoever calls.
  const forCaller =
    heard.kind === 'text' &&
    (flow.step === 'time'
      ? asksHere(context, flow)
      : (tellsMoreOfCall(flow) || tellsWhy(flow, heard.text)) && !asksHere(context, flow));
  const again =
    forCaller && (flow.step === 'consent' || syllables(heard.text).length >= fewestForCaller)
      ? remarked(context, flow, flow.consent ? heard.text : withoutNames(heard.text))
      : asksHere(context, flow)
        ? askStill(context, flow, [line(say(world.knowledge.wording, 'question_later'))])
        : early
          ? askStill(context, { ...flow, early: true }, [line(say(world.knowledge.wording, 'name_early'))])
          : (brokenPhone(context, flow) ?? askAgain(context, flow));
  return mask ? { ...again, keptSaid: mask } : again;
}

const fewestForCaller = 5;

/** Where a message for a call is shown whole, what changes none of its lines is for whoever calls too. */
const tellsMoreOfCall = ({ kind, step }: RegisterFlow): boolean => kind === 'callback' && step === 'summary';

/** "Hỏi về vay vốn", where consent to a call is asked for: what the call is about. */
const tellsWhy = ({ kind, step }: RegisterFlow, text: string): boolean =>
  kind === 'callback' && step === 'consent' && why.test(plainWords(text));
const why =
  /^(?:(?:da|a|em|toi|e|minh|chau|bac|co|chu|muon|can|dinh|nho|la|de) )*(?:hoi|xin|viec|chuyen|ve)(?: \S+){2,}$/;

/** A name before there is consent to write one down. */
const earlyName = (flow: RegisterFlow, text: string, world: World): boolean =>
  flow.consent === undefined &&
  !flow.updates &&
  (kindOf(text, world) === 'name' ||
    (flow.step === 'consent' && (isWrittenAsName(text) || introducesName(text))));

/** How many digits there are, where they make no number. */
export function brokenPhone(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const count = flow.step === 'phone' && heard.kind === 'text' ? digitsOfBrokenPhone(heard.text) : undefined;
  if (count === undefined) return undefined;
  const asked = ask(context, flow, []);
  const blocks = [line(say(world.knowledge.wording, 'phone_digits', { count }))];
  return { ...asked, replies: asked.replies.map((r) => ({ ...r, blocks })) };
}
