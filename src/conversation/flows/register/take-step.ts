// An answer to the step the form stands at: it fills its line and the form goes on, at the summary it sends or changes a line.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, type Heard, line, reply } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import type { World } from '../../world.ts';
import { advance, ask } from './go-on.ts';
import { refuseConsent } from './refuse.ts';
import { saveLead } from './save.ts';
import { personal, stepsOf } from './steps.ts';
import { type Taken, takeAnswer } from './take-answer.ts';
import { lineNamed, type NamedLine, saysKeep, saysSend } from './typed.ts';
import { amongOffered } from './which-place.ts';

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
  const place = chosenPlace(context, flow);
  const taken = takeAnswer(flow.step, place ?? heard, world);
  if (place && taken.kind === 'set') return settle(context, flow, saidBack(taken, world));
  return taken.kind === 'again' ? undefined : settle(context, flow, taken);
}

/** Which of the namesakes was understood. */
function saidBack(taken: Extract<Taken, { kind: 'set' }>, { knowledge: { wording } }: World): typeof taken {
  const changed = say(wording, 'line_changed', { lines: taken.fields.placeText ?? '' });
  return { ...taken, note: taken.note ? `${changed} ${taken.note}` : changed };
}

/** Where namesakes are offered their names choose among them. */
function chosenPlace({ heard, state, world }: Context, flow: RegisterFlow): Heard | undefined {
  if (flow.step !== 'place-which' || heard.kind !== 'text') return undefined;
  const offered = state.offered.filter((c) => c.id.startsWith('place:'));
  const place = amongOffered(heard.text, offered, world);
  return place && { kind: 'choice', id: `place:${place.id}`, text: heard.text };
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
