// Goes on in the form: to the first step still open or to the summary, and asks it.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import type { Block, Reply } from '../../message.ts';
import type { RegisterFlow } from '../../state.ts';
import { askCount, askStep, askWhich, besideNamesakes, noticeRead } from './ask/step.ts';
import { editChoices, summaryReply } from './ask/summary.ts';
import { isDone, stepsOf } from './steps.ts';

/** Goes to the first open step (or the summary) and asks it, `before` said first. */
export function advance(context: Context, flow: RegisterFlow, before: Block[], keptSaid?: string): Draft {
  return ask(context, onward(flow), before, keptSaid);
}

/** The flow at its first open step, or at the summary. */
export function onward(flow: RegisterFlow): RegisterFlow {
  const steps = stepsOf(flow.kind);
  const open = flow.editing ? undefined : steps.find((s) => !isDone[s](flow) && !flow.skipped.includes(s));
  return {
    ...flow,
    step: open ?? 'summary',
    editing: false,
    tries: 0,
    countAsked: undefined,
    countUnit: undefined,
  };
}

/** Asks the step the flow stands at. Consent is asked for with the notice until it was shown, and that it was is kept. */
export function ask(
  context: Context,
  flow: RegisterFlow,
  before: Block[],
  keptSaid?: string,
  again = false,
): Draft {
  const { world } = context;
  const shortly = again && (flow.step !== 'consent' || noticeRead(flow, world));
  const shown = page(flow, context, shortly);
  const asked = flow.step === 'consent' ? { ...flow, notice: world.knowledge.wording.version } : flow;
  return {
    state: { ...context.state, flow: asked },
    replies: [{ ...shown, blocks: [...before, ...shown.blocks] }],
    outcome: flow.kind === 'callback' ? 'handover' : 'action',
    ...(keptSaid === undefined ? {} : { keptSaid }),
  };
}

/** The same behind something else that was said: the notice with its points is not read out twice. */
export const askStill = (context: Context, flow: RegisterFlow, before: Block[]): Draft =>
  ask(context, flow, before, undefined, flow.step === 'consent');

function page(flow: RegisterFlow, { state, world }: Context, again: boolean): Reply {
  const w = world.knowledge.wording;
  if (flow.step === 'summary') return summaryReply(flow, world);
  if (flow.step === 'edit-which') return reply([line(say(w, 'edit_which'))], editChoices(flow, world));
  if (flow.step === 'place-which') {
    const offered = state.offered.filter((c) => !besideNamesakes.has(c.id));
    const namesakes = offered.filter((c) => c.id.startsWith('place:'));
    return namesakes.length < offered.length || namesakes.length === 0
      ? askStep('place', world, again)
      : askWhich(say(w, 'ask_place_which'), namesakes, world);
  }
  if (flow.step === 'place-elsewhere')
    return reply(
      [line(say(w, 'ask_place_elsewhere'))],
      [{ id: 'do:stop', label: say(w, 'label_stop') }],
      'text',
    );
  if (flow.step === 'members' && flow.countAsked)
    return askCount({ members: flow.countAsked, memberUnit: flow.countUnit }, world);
  return askStep(flow.step, world, again);
}

/** The flow's own words for a message it could not read; after three tries a step that may be skipped is offered so. */
export function askAgain(context: Context, flow: RegisterFlow): Draft {
  const unclear =
    flow.step === 'summary' ? [line(say(context.world.knowledge.wording, 'summary_unclear'))] : [];
  return ask(context, { ...flow, tries: flow.tries + 1 }, unclear, undefined, true);
}
