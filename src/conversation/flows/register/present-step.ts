// While a form is open: whatever else is pressed or asked ends with the form's present step asked again, so that nobody thinks the form is gone.
import { say, type WordingKey } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line } from '../../context.ts';
import { ask } from './go-on.ts';

/** The present step, `why` said first; undefined when no form is open. */
export function presentStep(context: Context, why: WordingKey): Draft | undefined {
  const { flow } = context.state;
  if (flow?.flow !== 'register') return undefined;
  return ask(context, flow, [line(say(context.world.knowledge.wording, why))]);
}

/** A choice that the present step does not know, or words that are no answer to it. */
export const notAtThisStep = (context: Context): Draft | undefined =>
  presentStep(context, context.heard.kind === 'choice' ? 'old_button' : 'form_open');

/** `aside` as it is, then the step it came between. */
export function thenPresentStep(context: Context, aside: Draft): Draft {
  const step = presentStep({ ...context, state: aside.state }, 'back_to_form');
  if (!step) return aside;
  const bare = (replies: Draft['replies']): Draft['replies'] => replies.map((r) => ({ ...r, choices: [] }));
  return {
    ...aside,
    state: step.state,
    replies: [...bare(aside.replies), ...step.replies],
  };
}
