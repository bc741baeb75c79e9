// An answer to the step the form stands at: it fills its line and the form goes on, at the summary it sends or changes a line.
import { type Context, type Draft, line, reply } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { advance, ask } from './go-on.ts';
import { refuseConsent } from './refuse.ts';
import { saveLead } from './save.ts';
import { personal, stepsOf } from './steps.ts';
import { type Taken, takeAnswer } from './take-answer.ts';
import { lineNamed, type NamedLine, saysKeep, saysSend } from './typed.ts';

/** `undefined` when it was not understood. */
export function takeStep(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const chosen = heard.kind === 'choice' ? heard.id : undefined;
  if (chosen === 'lead:update' || chosen === 'lead:another') return undefined;
  const named = heard.kind === 'text' && canEdit(flow) ? lineNamed(heard.text) : undefined;
  if (named && stepsOf(flow.kind).includes(named.step)) return changeLine(context, flow, named);
  if (flow.step === 'summary')
    return chosen === 'register:send' || (heard.kind === 'text' && saysSend(heard.text))
      ? saveLead(context, flow)
      : undefined;
  if (flow.step === 'edit-which') {
    if (heard.kind === 'text' && saysKeep(heard.text)) return ask(context, { ...flow, step: 'summary' }, []);
    const step = stepsOf(flow.kind).find((s) => chosen === `edit:${s}`);
    return step ? ask(context, { ...flow, step, editing: true, tries: 0 }, []) : undefined;
  }
  const taken = takeAnswer(flow.step, heard, world);
  return taken.kind === 'again' ? undefined : settle(context, flow, taken);
}

/** "Sửa số người" asks for that line again; "số người là 9" fills it at once. */
function changeLine(context: Context, flow: RegisterFlow, { step, value }: NamedLine): Draft {
  const at: RegisterFlow = { ...flow, step, editing: true, tries: 0 };
  const heard = { kind: 'text' as const, text: value ?? '', cut: false };
  const taken = value === undefined ? undefined : takeAnswer(step, heard, context.world);
  return taken?.kind === 'set' || taken?.kind === 'which' ? settle(context, at, taken) : ask(context, at, []);
}

const canEdit = (flow: RegisterFlow): boolean => flow.step === 'summary' || flow.step === 'edit-which';

function settle(context: Context, flow: RegisterFlow, taken: Exclude<Taken, { kind: 'again' }>): Draft {
  const { state, world } = context;
  const mask = personal[flow.step];
  const masked = mask ? { said: mask } : undefined;
  switch (taken.kind) {
    case 'set': {
      const draft = { ...flow.draft, ...taken.fields };
      return advance(context, { ...flow, draft }, taken.note ? [line(taken.note)] : [], masked);
    }
    case 'which': {
      const next: RegisterFlow = { ...flow, step: 'place-which' };
      return {
        state: { ...state, flow: next },
        replies: [reply([line(taken.ask)], taken.choices)],
        outcome: 'action',
      };
    }
    case 'elsewhere':
      return ask(context, { ...flow, step: 'place-elsewhere' }, []);
    case 'consented': {
      const consent = {
        at: world.now.toISOString(),
        channel: world.channel,
        messageId: world.messageId,
        version: world.knowledge.wording.version,
      };
      return advance(context, { ...flow, consent }, []);
    }
    case 'refuse':
      return refuseConsent(context);
  }
}
