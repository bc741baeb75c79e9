// What the pure conversation is handed: the time, fresh ids, knowledge, settings and this person's own leads.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Consent, Lead, LeadDetails } from '../leads/lead.ts';
import type { Channel, Reply, Said } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { State } from './state.ts';

/** Facts beyond the person's own that a turn may need; `handle` loads them and calls again. */
export type Need = { kind: 'lead-by-code'; code: string };
export type Found = {
  kind: 'lead-by-code';
  code: string;
  lead: { code: string; status: Lead['status'] } | undefined;
};

/** Who runs the service and whom people may see, as a member of staff filled in; `name` always has a value. */
export type Operator = { name: string; office?: string; phone?: string; hours?: string };

/** What is said for its name until staff have filled it in. */
export const unnamedOperator = 'đơn vị quản lý dịch vụ này';
/** How long things are kept, in months; said in the notice, kept by retention. */
export const keepMonths = { talk: 12, lead: 24 } as const;

export type World = {
  now: Date;
  /** Calendar day in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
  today: string;
  /** Questions that name no day are answered for this one; `today` when absent. For `ask --as-of` and the desk's try box. */
  asOf?: string;
  channel: Channel;
  messageId: string;
  knowledge: Knowledge;
  /** A fresh id on each call; random outside tests. */
  newId: () => string;
  /** A fresh short code on each call. */
  newCode: () => string;
  ownLeads: readonly Lead[];
  found: readonly Found[];
  operator: Operator;
  /** The public address of this service, for links to the privacy page. */
  publicUrl: string;
};

/** What happened in a turn that must be kept; `handle` writes all of it in the turn's transaction. */
export type Happened =
  | {
      kind: 'lead-created';
      id: string;
      code: string;
      details: LeadDetails;
      consent: Consent;
      source?: string;
    }
  | { kind: 'lead-updated'; id: string; details: LeadDetails; consent?: Consent }
  | {
      kind: 'gap';
      id: string;
      question: string;
      nearest: readonly string[];
      wantsReply: boolean;
      reason: Outcome;
    }
  | { kind: 'gap-wants-reply'; gapId: string }
  | { kind: 'erase-me' };

/** What is kept of the turn to show and search later: personal steps already replaced by [tên], [số]. `said` null: no message of theirs led to it. */
export type Kept = { said: string | null; replies: readonly Reply[]; cards: readonly string[] };

export type Turn = {
  state: State;
  replies: readonly Reply[];
  outcome: Outcome;
  happened: readonly Happened[];
  kept: Kept;
};

export type Responded = { needs: readonly Need[] } | Turn;

/** Pure: what a turn comes to depends on what it is handed alone. */
export type Respond = (state: State, said: Said, world: World) => Responded;
