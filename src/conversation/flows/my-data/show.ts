// "Thông tin của tôi": show and change, at once, in the talk (Law 91/2025/QH15 art. 4).
import { say, type WordingKey } from '../../../knowledge/wording.ts';
import type { Lead } from '../../../leads/lead.ts';
import { type Context, type Draft, line, reply } from '../../context.ts';
import type { Block, Choice } from '../../message.ts';
import { menuReply } from '../../replies/menu.ts';
import { keepMonths } from '../../world.ts';
import { detailLines, filledLines } from '../register/ask/summary.ts';
import { pausing } from '../register/end/paused.ts';
import { openLead } from '../register/start.ts';

export const statusKey: Record<Lead['status'], WordingKey> = {
  new: 'status_new',
  contacted: 'status_contacted',
  waiting: 'status_waiting',
  formed: 'status_formed',
  closed: 'status_closed',
};

export function startMyData(context: Context): Draft {
  const { state } = context;
  const kept = pausing(context);
  const choices = dataChoices(context, kept.choices);
  return {
    state: { ...state, ...kept.state, flow: { flow: 'my-data', step: 'show' } },
    replies: [reply([...heldBlocks(context), ...kept.blocks], choices)],
    outcome: 'action',
  };
}

function dataChoices(context: Context, goOn: readonly Choice[]): Choice[] {
  const w = context.world.knowledge.wording;
  return [
    ...(openLead(context) ? [{ id: 'do:edit', label: say(w, 'label_edit') }] : []),
    ...goOn,
    { id: 'do:erase', label: say(w, 'label_yes_erase') },
    { id: 'data:keep', label: say(w, 'label_keep') },
  ];
}

function leadBlocks({ world }: Context): Block[] {
  const w = world.knowledge.wording;
  return [
    { kind: 'strong', text: say(w, 'my_data') },
    ...world.ownLeads.flatMap((lead): Block[] => [
      line(say(w, 'status_line', { code: lead.code, status: say(w, statusKey[lead.status]) })),
      ...detailLines(lead, lead.kind, world),
    ]),
  ];
}

/** A form that was begun holds something too, sent or not. */
function heldBlocks(context: Context): Block[] {
  const { state, world } = context;
  const w = world.knowledge.wording;
  const draft = state.flow?.flow === 'register' ? state.flow : state.paused;
  const lines = draft ? filledLines(draft.draft, draft.kind, world) : [];
  const held = [
    ...(world.ownLeads.length > 0 ? leadBlocks(context) : []),
    ...(lines.length > 0 ? [line(say(w, 'my_data_draft')), ...lines] : []),
  ];
  return held.length > 0 ? held : [line(say(w, 'my_data_none', { months: keepMonths.talk }))];
}

/** "HTX-7K3MP" → its status, nothing personal. */
export function leadStatus(
  context: Context,
  code: string,
  lead: { status: Lead['status'] } | undefined,
): Draft {
  const w = context.world.knowledge.wording;
  const text = lead
    ? say(w, 'status_line', { code, status: say(w, statusKey[lead.status]) })
    : say(w, 'status_none', { code });
  return {
    state: context.state,
    replies: [reply([line(text)], menuReply(context.world).choices)],
    outcome: 'action',
  };
}
