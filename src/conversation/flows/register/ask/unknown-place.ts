// A place of no list: shown back as it was typed, to be written down like that or typed again.
import { say } from '../../../../knowledge/wording.ts';
import { type Context, type Draft, line } from '../../../context.ts';
import type { Reply } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import { ask } from '../go-on.ts';

export function askUnknownPlace(context: Context, flow: RegisterFlow, place: string): Draft {
  const asked = ask(context, { ...flow, step: 'place' }, []);
  const withTyped = (reply: Reply): Reply => ({
    ...reply,
    blocks: [line(say(context.world.knowledge.wording, 'ask_place_unknown', { place }))],
    choices: [{ id: 'place:typed', label: place.slice(0, longestLabel) }, ...reply.choices],
  });
  return { ...asked, replies: asked.replies.map(withTyped) };
}
const longestLabel = 80;
