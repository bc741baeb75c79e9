// "Tiêu chí: rau sạch": a line that the form has not, typed where all is shown, goes with it as the remark.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line } from '../../context.ts';
import type { RegisterFlow } from '../../state.ts';
import { asksBack } from './asks-back.ts';
import { askStill } from './go-on.ts';
import { noteAdded, noteOf } from './note.ts';
import { lineNamed } from './typed.ts';

export function freeLine(context: Context, flow: RegisterFlow): Draft | undefined {
  const { heard } = context;
  if (heard.kind !== 'text' || (flow.step !== 'summary' && flow.step !== 'edit-which')) return undefined;
  if (!ownLabel.test(heard.text) || lineNamed(heard.text) !== undefined || asksBack(heard.text))
    return undefined;
  return remarked(context, { ...flow, step: 'summary', editing: false }, heard.text);
}
const ownLabel = /^\p{L}[\p{L}\s]{1,30}:\s*\S/u;

/** The step again, with one more remark in the form, which is said. */
export function remarked(context: Context, flow: RegisterFlow, remark: string): Draft {
  const note = noteOf(remark);
  const draft = { ...flow.draft, note: noteAdded(flow.draft.note, note) };
  const said = line(say(context.world.knowledge.wording, 'note_sent', { note }));
  return askStill(context, { ...flow, draft }, [said]);
}
