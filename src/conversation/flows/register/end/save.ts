// "Gửi" at the summary: a lead is made, or an earlier one changed.
import { say } from '../../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import type { RegisterFlow } from '../../../state.ts';
import { advance } from '../go-on.ts';

/** Without consent there is nothing to save: the flow asks for it instead. */
export function saveLead(context: Context, flow: RegisterFlow): Draft {
  const { state, world } = context;
  const w = world.knowledge.wording;
  const details = { kind: flow.kind, ...flow.draft };
  const done = {
    ...state,
    flow: undefined,
    told: {},
    asked: undefined,
    matters: undefined,
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
