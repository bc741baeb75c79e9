// "Xóa số cháu nó đi": the number alone is taken out of the form, open or put aside, and of all that were sent, at once; without one nobody can call, which is said.
import { say } from '../../../../knowledge/wording.ts';
import { plainWords } from '../../../../language/fold.ts';
import { noWord } from '../../../../language/negation.ts';
import { findPhone } from '../../../../language/phones.ts';
import { detailsOf, type Lead } from '../../../../leads/lead.ts';
import { type Context, type Draft, line, reply, type Typed } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import type { State } from '../../../state.ts';
import type { Happened } from '../../../world.ts';
import { ask, askStill, onward } from '../go-on.ts';
import { pausedLine } from './paused.ts';

export function numberTakenOff(told: Typed): Draft | undefined {
  const { heard, world } = told;
  if (findPhone(heard.text) || !takesOffNumber(heard.text)) return undefined;
  const { flow, paused } = told.state;
  const isPut = paused?.draft.phone !== undefined || paused?.was?.phone !== undefined;
  const state: State = isPut
    ? { ...told.state, paused: { ...paused, was: undefined, draft: { ...paused.draft, phone: undefined } } }
    : told.state;
  const context = { ...told, state };
  const w = world.knowledge.wording;
  if (flow?.flow === 'register') {
    if (flow.draft.phone === undefined)
      return isPut ? askStill(context, flow, [line(say(w, 'number_dropped'))]) : undefined;
    const sent = world.ownLeads.filter((l) => l.id === flow.updates);
    const next = {
      ...flow,
      step: 'phone' as const,
      editing: onward(flow).step === 'summary',
      tries: 0,
      was: undefined,
      draft: { ...flow.draft, phone: undefined },
    };
    const gives = !leavesNone.test(plainWords(heard.text));
    const asked = ask(context, next, [
      line(say(w, 'number_dropped')),
      ...(gives ? [] : [line(say(w, 'no_phone'))]),
    ]);
    return { ...asked, happened: sent.map(withoutNumber) };
  }
  const leads = leadsWithNumber(context);
  if (leads.length === 0 && !isPut) return undefined;
  const said =
    leads.length > 0
      ? say(w, 'number_dropped_sent', { code: leads.map((l) => l.code).join(', ') })
      : say(w, 'number_dropped');
  const kept = isPut ? [pausedLine(world, paused)] : [];
  return {
    state: { ...state, flow: undefined },
    replies: [reply([line(said), ...kept], menuReply(world).choices)],
    outcome: 'action',
    happened: leads.map(withoutNumber),
  };
}

/** "…, em không muốn để lại nữa": no other number either. */
const leavesNone = new RegExp(`\\b${noWord} (?:muon |con |thich |dam )?(?:de lai|de|cho|ghi|luu|dua)\\b`);

/** Whether a form that was sent, or put aside, has one. */
export const holdsNumber = (context: Context): boolean =>
  context.state.paused?.draft.phone !== undefined ||
  context.state.paused?.was?.phone !== undefined ||
  leadsWithNumber(context).length > 0;

/** Every one of them, also those that staff have closed: who wants the number gone wants it gone. */
export const leadsWithNumber = ({ world }: Context): readonly Lead[] =>
  world.ownLeads.filter((l) => l.phone !== undefined);

const withoutNumber = (lead: Lead): Happened => ({
  kind: 'lead-updated',
  id: lead.id,
  details: { ...detailsOf(lead), phone: undefined },
});

/** Nothing but the number is named in the clause that asks for it. */
export const takesOffNumber = (text: string): boolean =>
  text.split(/[.,;!\n]+/u).some((clause) => takingOff.test(plainWords(clause))) && !/\?/u.test(text);
const self =
  '(?:toi|em|e|minh|chau|con|bac|anh|chi|co|chu|ong|ba|no|vo|chong|bo|me|con be|thang be|nguoi ta)';
const takingOff = new RegExp(
  `^(?:(?:da|a|o|thoi|the|vay|nhung|ma|cho|xin|nho|muon|giup|ho|lam on|chi|moi|rieng|can bo|ad|bot|${self}) )*(?:xoa|bo|go|rut|gach)(?: (?:bo|di|giup|ho|cho|${self}|ngay|luon|moi|rieng|cai|moi cai))* (?:so dien thoai|so dt|so may|sdt|so|dien thoai)(?: (?:dien thoai|cua|cho|giup|ho|nay|do|kia|cu|ay|day|thoi|di|nhe|nha|a|luon|voi|ra|trong|khoi|phieu|roi|ngay|duoc khong|duoc ko|dc ko|duoc k|khong|ko|k|${self}))*$`,
);
