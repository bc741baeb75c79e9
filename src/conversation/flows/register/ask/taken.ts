// "Tôi ghi: …": what a typed answer was read as, said back before the next step is asked.
import { say } from '../../../../knowledge/wording.ts';
import { sayPhone } from '../../../../language/phones.ts';
import { sayMembers } from '../../../../leads/lead.ts';
import { type Context, line } from '../../../context.ts';
import type { Block } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';

/** Nothing for what was tapped. */
export function takenLines({ heard, world }: Context, fields: Partial<RegisterFlow['draft']>): Block[] {
  if (heard.kind === 'choice' || heard.kind === 'start') return [];
  const parts = takenParts({ ...fields, form: undefined }, world);
  return parts.length > 0
    ? [line(say(world.knowledge.wording, 'line_taken', { value: parts.join(', ') }))]
    : [];
}

/** "Tôi ghi lại: …": of a line that was there before. */
export function changedLines({ heard, world }: Context, fields: Partial<RegisterFlow['draft']>): Block[] {
  const parts = heard.kind === 'choice' ? [] : takenParts(fields, world);
  return parts.length > 0
    ? [line(say(world.knowledge.wording, 'line_changed', { lines: parts.join(', ') }))]
    : [];
}

/** Each line in a few words. */
export function takenParts(fields: Partial<RegisterFlow['draft']>, { knowledge }: World): string[] {
  const { form, placeText, productText, name, phone, bestTime } = fields;
  const forms = { tht: 'form_tht', htx: 'form_htx', unsure: 'form_unsure' } as const;
  return [
    form && say(knowledge.wording, forms[form]),
    placeText,
    productText,
    sayMembers(fields),
    name,
    phone && sayPhone(phone),
    bestTime,
  ].flatMap((part) => part || []);
}
