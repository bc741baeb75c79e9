// "Bỏ qua", "quay lại" and "sửa" in the form: which step they lead to.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import { menuReply } from '../../replies/menu.ts';
import { editTold } from '../told.ts';
import { advance, ask, askAgain } from './go-on.ts';
import { openLead, updateLead } from './start.ts';
import { lineOfStep, maySkip, type Step, stepsOf, withoutStep } from './steps.ts';

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
  if (flow.step === 'edit-which') return advance(context, flow, []);
  const steps = stepsOf(flow.kind);
  const at = (steps as readonly Step[]).indexOf(lineOfStep(flow.step));
  const before = flow.step === 'summary' ? steps : steps.slice(0, Math.max(at, 0));
  const back = before.filter((s) => s !== 'consent' && s !== 'note').at(-1);
  return ask(
    context,
    { ...flow, step: back ?? flow.step, tries: 0, skipped: flow.skipped.filter((s) => s !== back) },
    [],
  );
}

/** All that must be filled in is, so that any line may be put right. */
const behindAllNeeded: ReadonlySet<Step> = new Set(['time', 'note', 'summary', 'edit-which']);

/** "Sửa": which line; outside a flow, the person's own lead is opened for it. */
export function editSummary(context: Context): Draft {
  const { state, world } = context;
  const flow = state.flow;
  if (flow?.flow === 'register') {
    if (behindAllNeeded.has(flow.step)) return ask(context, { ...flow, step: 'edit-which' }, []);
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
