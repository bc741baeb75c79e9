// A form left half-way for something else: kept, said to be kept, and taken up again by registering.
import { say } from '../../../knowledge/wording.ts';
import { type Context, line } from '../../context.ts';
import type { Block } from '../../message.ts';
import type { State } from '../../state.ts';

/** What to keep and to say when another flow begins. */
export function pausing({ state, world }: Context): { state: Pick<State, 'paused'>; blocks: Block[] } {
  const { flow, paused } = state;
  const left = flow?.flow === 'register' && flow.kind === 'group' ? flow : paused;
  if (!left) return { state: {}, blocks: [] };
  return { state: { paused: left }, blocks: [line(say(world.knowledge.wording, 'paused'))] };
}
