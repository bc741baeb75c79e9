// Nothing is said but that it was not meant.
import { say } from '../../../knowledge/wording.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import { laterChoices } from '../../replies/choices.ts';
import { dayOfTalk } from '../asked-day.ts';
import { offerNear } from '../near-titles.ts';

/** Nothing but that it was not meant: sorry, what else is near to the question before, and what to do now. */
export function onlyDenied(context: Context): Draft {
  const { state, world } = context;
  const question = state.asked?.join(' ') ?? '';
  const near = question === '' ? undefined : offerNear(context, question, [question], dayOfTalk(context));
  return (
    near ?? {
      state,
      replies: [reply([line(say(world.knowledge.wording, 'misheard'))], laterChoices(world.knowledge))],
      outcome: 'no_answer',
    }
  );
}
