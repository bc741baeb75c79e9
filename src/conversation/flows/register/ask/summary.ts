// The draft shown line by line.

import { say, type WordingKey } from '../../../../knowledge/wording.ts';
import { sayPhone } from '../../../../language/phones.ts';
import { type LeadDetails, shownMembers } from '../../../../leads/lead.ts';
import { line, reply } from '../../../context.ts';
import type { Block, Choice, Reply } from '../../../message.ts';
import type { RegisterFlow } from '../../../state.ts';
import type { World } from '../../../world.ts';
import { type Step, stepsOf } from '../steps.ts';

type Fields = Omit<LeadDetails, 'kind'>;

const lineOf: Partial<
  Record<Step, { key: WordingKey; value: (d: Fields, world: World) => string | undefined }>
> = {
  form: {
    key: 'line_form',
    value: (d, world) =>
      d.form
        ? say(
            world.knowledge.wording,
            d.form === 'tht' ? 'form_tht' : d.form === 'htx' ? 'form_htx' : 'form_unsure',
          )
        : undefined,
  },
  place: {
    key: 'line_place',
    value: (d, world) => d.placeText ?? (d.place && world.knowledge.places.get(d.place)?.name),
  },
  product: { key: 'line_product', value: (d) => d.productText },
  members: { key: 'line_members', value: shownMembers },
  name: { key: 'line_name', value: (d) => d.name },
  phone: { key: 'line_phone', value: (d) => d.phone && sayPhone(d.phone) },
  time: { key: 'line_time', value: (d) => d.bestTime },
  note: { key: 'line_note', value: (d) => d.note },
};

/** A line that nobody is asked for stands there only when it is filled in. */
const isShown = (step: Step, details: Fields): boolean => step !== 'note' || details.note !== undefined;

export const detailLines = (details: Fields, kind: RegisterFlow['kind'], world: World): Block[] =>
  linesOf(details, kind, world, say(world.knowledge.wording, 'line_skipped'));

/** Only the lines that something was written into. */
export const filledLines = (details: Fields, kind: RegisterFlow['kind'], world: World): Block[] =>
  linesOf(details, kind, world, undefined);

/** `empty`: what stands in a line that was passed over; without it such a line is left out. */
function linesOf(
  details: Fields,
  kind: RegisterFlow['kind'],
  world: World,
  empty: string | undefined,
): Block[] {
  return stepsOf(kind).flatMap((step): Block[] => {
    const shown = isShown(step, details) ? lineOf[step] : undefined;
    const value = shown && (shown.value(details, world) ?? empty);
    return shown && value !== undefined
      ? [{ kind: 'detail', text: say(world.knowledge.wording, shown.key, { value }) }]
      : [];
  });
}

export function summaryReply(flow: RegisterFlow, world: World): Reply {
  const w = world.knowledge.wording;
  return reply(
    [
      { kind: 'strong', text: say(w, 'summary') },
      ...detailLines(flow.draft, flow.kind, world),
      line(say(w, 'summary_hint')),
    ],
    [
      { id: 'register:send', label: say(w, 'label_confirm') },
      { id: 'do:edit', label: say(w, 'label_edit') },
      { id: 'do:stop', label: say(w, 'label_stop') },
    ],
  );
}

/** "Bạn muốn sửa dòng nào?": one choice a line that can be changed. */
export function editChoices(flow: RegisterFlow, world: World): Choice[] {
  return stepsOf(flow.kind).flatMap((step) => {
    const shown = isShown(step, flow.draft) ? lineOf[step] : undefined;
    if (!shown) return [];
    const label = say(world.knowledge.wording, shown.key, { value: '' }).replace(/:\s*$/, '');
    return [{ id: `edit:${step}`, label }];
  });
}
