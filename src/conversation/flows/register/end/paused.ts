// A form left half-way for something else: kept, said to be kept, and taken up again by registering.
import { say } from '../../../../knowledge/wording.ts';
import { type Context, line } from '../../../context.ts';
import type { Block, Choice } from '../../../message.ts';
import type { RegisterFlow, State } from '../../../state.ts';
import type { World } from '../../../world.ts';

/** What to keep and to say when another flow begins; of two left half-way the form for a group is kept. */
export function pausing({ state, world }: Context): {
  state: Pick<State, 'paused'>;
  blocks: Block[];
  /** Goes on with what was kept. */
  choices: Choice[];
} {
  const { flow, paused } = state;
  const left = flow?.flow === 'register' && (flow.kind === 'group' || !paused) ? flow : paused;
  if (!left) return { state: {}, blocks: [], choices: [] };
  const w = world.knowledge.wording;
  const group = left.kind === 'group';
  return {
    state: { paused: left },
    blocks: [pausedLine(world, left)],
    choices: [{ id: group ? 'do:register' : 'do:staff', label: say(w, 'label_write_on') }],
  };
}

export const pausedLine = ({ knowledge }: World, { kind }: RegisterFlow): Block =>
  line(say(knowledge.wording, kind === 'group' ? 'paused' : 'paused_callback'));
