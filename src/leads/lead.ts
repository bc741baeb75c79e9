// A lead: a person's recorded wish to form or join a group, or to be called back, with consent.
import { z } from 'zod';

const leadKinds = ['group', 'callback'] as const;
const leadForms = ['tht', 'htx', 'unsure'] as const;
export const leadStatuses = ['new', 'contacted', 'waiting', 'formed', 'closed'] as const;
export type LeadForm = (typeof leadForms)[number];
export type LeadStatus = (typeof leadStatuses)[number];

/** These wait for staff. A lead erased while it waits leaves them; a group that was formed, or a case closed, stays counted. */
export const openStatuses: readonly LeadStatus[] = ['new', 'contacted', 'waiting'];
export const leadStates = [...leadStatuses, 'erased'] as const;
export type LeadState = (typeof leadStates)[number];
export const stateOf = (lead: { status: LeadStatus; erased: boolean }): LeadState =>
  lead.erased && openStatuses.includes(lead.status) ? 'erased' : lead.status;

/** Proof of the clear act of consent (Law 91/2025/QH15 art. 9): who is the identity the lead belongs to. */
export const Consent = z.object({
  at: z.string(),
  channel: z.string(),
  messageId: z.string(),
  version: z.string(),
});
export type Consent = z.infer<typeof Consent>;

/** What a person told us. Absent means skipped. `place` and `product` are knowledge ids; `*Text` what was typed. */
export const LeadDetails = z.object({
  kind: z.enum(leadKinds),
  form: z.enum(leadForms).optional(),
  place: z.string().optional(),
  placeText: z.string().optional(),
  product: z.string().optional(),
  productText: z.string().optional(),
  members: z.number().int().min(1).max(9999).optional(),
  /** What they were counted in; people where it was not said. */
  memberUnit: z.enum(['người', 'hộ']).optional(),
  name: z.string().optional(),
  /** +84…, as `language/phones` writes it. */
  phone: z.string().optional(),
  bestTime: z.string().optional(),
  note: z.string().optional(),
});
export type LeadDetails = z.infer<typeof LeadDetails>;
export type Members = Pick<LeadDetails, 'members' | 'memberUnit'>;

/** "15 hộ": a household is not one person. */
export const sayMembers = ({ members, memberUnit = 'người' }: Members): string | undefined =>
  members === undefined ? undefined : `${members} ${memberUnit}`;
/** Beside a label that says they are people. */
export const shownMembers = (m: Members): string | undefined =>
  m.memberUnit === 'hộ' ? sayMembers(m) : m.members?.toString();

export type Lead = LeadDetails & {
  id: string;
  /** Short code the person keeps, e.g. "HTX-7K3MP". */
  code: string;
  status: LeadStatus;
  source?: string;
  createdAt: string;
  updatedAt: string;
};

/** What the person told, without what the record adds. */
export const detailsOf = (lead: Lead): LeadDetails => LeadDetails.parse(lead);
