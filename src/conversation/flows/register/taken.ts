// "Tôi ghi: …": what a typed answer was read as, said back before the next step is asked.
import { say } from '../../../knowledge/wording.ts';
import { sayPhone } from '../../../language/phones.ts';
import { type Context, line } from '../../context.ts';
import type { Block } from '../../message.ts';
import type { RegisterFlow } from '../../state.ts';
import { personal } from './steps.ts';

/** Nothing for what was tapped. `hide`: for the kept talk, without what is the person's own. */
export function takenLines(
  { heard, world }: Context,
  fields: Partial<RegisterFlow['draft']>,
  hide = false,
): Block[] {
  if (heard.kind === 'choice' || heard.kind === 'start') return [];
  const { placeText, productText, members, name, phone, bestTime } = fields;
  const parts = [
    placeText,
    productText,
    members && `${members} người`,
    name && (hide ? personal.name : name),
    phone && (hide ? personal.phone : sayPhone(phone)),
    bestTime,
  ].filter((part) => part !== undefined);
  return parts.length > 0
    ? [line(say(world.knowledge.wording, 'line_taken', { value: parts.join(', ') }))]
    : [];
}
