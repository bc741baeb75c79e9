// "Xóa số cháu nó đi": the number alone is taken out of a form, sent or not, at once; without one nobody can call, which is said.
import { say } from '../../../../knowledge/wording.ts';
import { plainWords } from '../../../../language/fold.ts';
import { findPhone } from '../../../../language/phones.ts';
import type { Lead } from '../../../../leads/lead.ts';
import { type Context, type Draft, line, reply } from '../../../context.ts';
import { menuReply } from '../../../replies/menu.ts';
import type { Happened } from '../../../world.ts';
import { ask, onward } from '../go-on.ts';

export function numberTakenOff(context: Context): Draft | undefined {
  const { heard, state, world } = context;
  if (heard.kind !== 'text' || findPhone(heard.text) || !takesOffNumber(heard.text)) return undefined;
  const { flow } = state;
  const w = world.knowledge.wording;
  if (flow?.flow === 'register') {
    if (flow.draft.phone === undefined) return undefined;
    const lead = world.ownLeads.find((l) => l.id === flow.updates);
    const next = {
      ...flow,
      step: 'phone' as const,
      editing: onward(flow).step === 'summary',
      tries: 0,
      draft: { ...flow.draft, phone: undefined },
    };
    const asked = ask(context, next, [line(say(w, 'number_dropped'))]);
    return lead ? { ...asked, happened: [withoutNumber(lead)] } : asked;
  }
  const lead = latestWithNumber(context);
  if (!lead) return undefined;
  const said = line(say(w, 'number_dropped_sent', { code: lead.code }));
  return {
    state: { ...state, flow: undefined },
    replies: [reply([said], menuReply(world).choices)],
    outcome: 'action',
    happened: [withoutNumber(lead)],
  };
}

export const latestWithNumber = ({ world }: Context): Lead | undefined =>
  world.ownLeads
    .filter((l) => l.status !== 'closed' && l.phone !== undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];

function withoutNumber(lead: Lead): Happened {
  const {
    id,
    code: _code,
    status: _status,
    source: _source,
    createdAt: _at,
    updatedAt: _then,
    ...details
  } = lead;
  return { kind: 'lead-updated', id, details: { ...details, phone: undefined } };
}

/** Nothing but the number is named in the clause that asks for it. */
export const takesOffNumber = (text: string): boolean =>
  text.split(/[.,;!\n]+/u).some((clause) => takingOff.test(plainWords(clause))) && !/\?/u.test(text);
const self =
  '(?:toi|em|e|minh|chau|con|bac|anh|chi|co|chu|ong|ba|no|vo|chong|bo|me|con be|thang be|nguoi ta)';
const takingOff = new RegExp(
  `^(?:(?:da|a|o|thoi|the|vay|nhung|ma|cho|xin|nho|muon|giup|ho|lam on|chi|moi|rieng|can bo|ad|bot|${self}) )*(?:xoa|bo|go|rut|gach)(?: (?:bo|di|giup|ho|cho|${self}|ngay|luon|moi|rieng|cai|moi cai))* (?:so dien thoai|so dt|so may|sdt|so|dien thoai)(?: (?:dien thoai|cua|cho|giup|ho|nay|do|kia|cu|ay|day|thoi|di|nhe|nha|a|luon|voi|ra|trong|khoi|phieu|roi|ngay|duoc khong|duoc ko|dc ko|duoc k|khong|ko|k|${self}))*$`,
);
