// Walks the register flow: takes an answer, goes on to what is still open, shows the summary, saves.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import type { Block, Reply } from '../../message.ts';
import { menuReply } from '../../replies/menu.ts';
import type { RegisterFlow } from '../../state.ts';
import { editTold } from '../told.ts';
import { askStep } from './ask-step.ts';
import { freshRegister, openLead, updateLead } from './start.ts';
import { isDone, lineOfStep, maySkip, personal, type Step, stepsOf, withoutStep } from './steps.ts';
import { editChoices, summaryReply } from './summary.ts';
import { type Taken, takeAnswer } from './take-answer.ts';
import { lineNamed, type NamedLine, saysKeep, saysSend } from './typed.ts';

/** Goes to the first open step (or the summary) and asks it, `before` said first. */
export function advance(
  context: Context,
  flow: RegisterFlow,
  before: Block[],
  masked?: Draft['masked'],
): Draft {
  const steps = stepsOf(flow.kind);
  const open = flow.editing ? undefined : steps.find((s) => !isDone[s](flow) && !flow.skipped.includes(s));
  const step = open ?? 'summary';
  const next: RegisterFlow = { ...flow, step, editing: false, tries: 0 };
  return ask(context, next, before, masked);
}

/** Asks the step the flow stands at. */
export function ask(
  context: Context,
  flow: RegisterFlow,
  before: Block[],
  masked?: Draft['masked'],
  again = false,
): Draft {
  const shown = page(flow, context, false, again);
  const hidden = page(flow, context, true, again);
  const withBefore = (r: Reply): Reply => ({ ...r, blocks: [...before, ...r.blocks] });
  return {
    state: { ...context.state, flow },
    replies: [withBefore(shown)],
    outcome: flow.kind === 'callback' ? 'handover' : 'action',
    masked: { ...masked, replies: [withBefore(hidden)] },
  };
}

function page(flow: RegisterFlow, { world }: Context, mask: boolean, again: boolean): Reply {
  const w = world.knowledge.wording;
  if (flow.step === 'summary') return summaryReply(flow, world, mask);
  if (flow.step === 'edit-which') return reply([line(say(w, 'edit_which'))], editChoices(flow, world));
  if (flow.step === 'place-which') return askStep('place', world, again);
  if (flow.step === 'place-elsewhere')
    return reply(
      [line(say(w, 'ask_place_elsewhere'))],
      [{ id: 'do:stop', label: say(w, 'label_stop') }],
      'text',
    );
  return askStep(flow.step, world, again);
}

/** An answer inside the flow; `undefined` when it was not understood. */
export function takeStep(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard, world } = context;
  const chosen = heard.kind === 'choice' ? heard.id : undefined;
  if (chosen === 'lead:update' || chosen === 'lead:another') return undefined;
  const named = heard.kind === 'text' && canEdit(flow) ? lineNamed(heard.text) : undefined;
  if (named && stepsOf(flow.kind).includes(named.step)) return changeLine(context, flow, named);
  if (flow.step === 'summary')
    return chosen === 'register:send' || (heard.kind === 'text' && saysSend(heard.text))
      ? send(context, flow)
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
  const w = world.knowledge.wording;
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
        version: w.version,
      };
      return advance(context, { ...flow, consent }, []);
    }
    case 'refuse':
      return {
        state: { ...state, flow: undefined },
        replies: [reply([line(say(w, 'consent_refused'))], menuReply(world).choices)],
        outcome: 'action',
      };
  }
}

/** Saves the lead. Without consent there is nothing to save: the flow asks for it instead. */
function send(context: Context, flow: RegisterFlow): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  const details = { kind: flow.kind, ...flow.draft };
  const done = {
    ...state,
    flow: undefined,
    told: {},
    ...(flow.kind === 'group' ? { paused: undefined } : {}),
  };
  if (flow.updates) {
    const code = world.ownLeads.find((l) => l.id === flow.updates)?.code;
    if (!code) return advance(context, { ...flow, updates: undefined }, []);
    return {
      state: done,
      replies: [reply([line(say(w, 'updated', { code }))], menuReply(world).choices)],
      outcome: 'action',
      happened: [{ kind: 'lead-updated', id: flow.updates, details }],
    };
  }
  if (!flow.consent) return advance(context, flow, []);
  const code = world.newCode();
  const source = state.source ? { source: state.source } : {};
  const saved = flow.kind === 'group' ? 'saved' : 'callback_saved';
  return {
    state: done,
    replies: [reply([{ kind: 'strong', text: say(w, saved, { code }) }], menuReply(world).choices)],
    outcome: flow.kind === 'callback' ? 'handover' : 'action',
    happened: [{ kind: 'lead-created', id: world.newId(), code, details, consent: flow.consent, ...source }],
  };
}

/** The flow's own words for a message it could not read; after three tries a step that may be skipped is offered so. */
export function askAgain(context: Context, flow: RegisterFlow): Draft {
  const unclear =
    flow.step === 'summary' ? [line(say(context.world.knowledge.wording, 'summary_unclear'))] : [];
  return ask(context, { ...flow, tries: flow.tries + 1 }, unclear, undefined, true);
}

export function skipStep(context: Context): Draft | undefined {
  const flow = context.state.flow;
  if (flow?.flow !== 'register' || !maySkip(flow.step)) return undefined;
  const draft = withoutStep(flow.draft, flow.step);
  return advance(context, { ...flow, draft, skipped: [...flow.skipped, flow.step] }, []);
}

/** "Quay lại": the step before this one, asked again; its answer stays until another is given. */
export function backOneStep(context: Context): Draft | undefined {
  const flow = context.state.flow;
  if (flow?.flow !== 'register') return undefined;
  if (flow.step === 'edit-which') return ask(context, { ...flow, step: 'summary' }, []);
  const steps = stepsOf(flow.kind);
  const at = (steps as readonly Step[]).indexOf(lineOfStep(flow.step));
  const before = flow.step === 'summary' ? steps : steps.slice(0, Math.max(at, 0));
  const back = before.filter((s) => s !== 'consent').at(-1);
  return ask(
    context,
    { ...flow, step: back ?? flow.step, tries: 0, skipped: flow.skipped.filter((s) => s !== back) },
    [],
  );
}

/** "Sửa": which line; outside a flow, the person's own lead is opened for it. */
export function editSummary(context: Context): Draft {
  const { state, world } = context;
  const flow = state.flow;
  if (flow?.flow === 'register') {
    if (flow.step === 'summary' || flow.step === 'edit-which')
      return ask(context, { ...flow, step: 'edit-which' }, []);
    return backOneStep(context) ?? askAgain(context, flow);
  }
  if (state.flow?.flow === 'my-data' && openLead(context)) return updateLead(context);
  const told = editTold(context);
  if (told) return told;
  if (openLead(context)) return updateLead(context);
  return {
    state,
    replies: [reply([line(say(world.knowledge.wording, 'nothing_to_edit'))], menuReply(world).choices)],
    outcome: 'action',
  };
}

export function chooseLead(context: Context): Draft | undefined {
  if (context.heard.kind !== 'choice') return undefined;
  if (context.heard.id === 'lead:update') return updateLead(context);
  if (context.heard.id === 'lead:another') return freshRegister(context);
  return undefined;
}
