// Every table as Kysely sees it. Ids are text, times ISO-8601 UTC text, flags 0/1, JSON text parsed by zod on the way out.
// A column named `…_sealed` is encrypted by the vault, but for some keys of `channel_store`; `…_hash` is a keyed hash.

type Flag = 0 | 1;

/** A person on one channel. */
type IdentityTable = {
  id: string;
  channel: string;
  address: string;
  /** 1 when the platform said the person blocked us: nothing more is sent. */
  blocked: Flag;
  created_at: string;
  seen_at: string;
};

/** The talk with one identity; its state is sealed because drafts hold names and phones. */
export type ConversationTable = {
  id: string;
  identity_id: string;
  state_sealed: string | null;
  /** Until when the bot keeps quiet because a member of staff has taken the talk over. */
  staff_until: string | null;
  /** `seq` of the latest turn or outgoing message; taken further under the row's lock. */
  last_seq: number;
  created_at: string;
  updated_at: string;
};

/** Inbound message ids already handled: a repeat is dropped. Primary key (channel, address, message_id). */
type InboundTable = {
  channel: string;
  address: string;
  message_id: string;
  received_at: string;
};

/** One message in and what came out. `seq` orders the turns of a conversation. Personal steps are already masked. */
export type TurnTable = {
  id: string;
  conversation_id: string;
  seq: number;
  at: string;
  /** null for a turn begun by staff. */
  said: string | null;
  /** JSON: Reply[]. */
  replies: string;
  outcome: string;
  /** JSON: string[] of card ids. */
  cards: string;
  /** Account id when a member of staff wrote it. */
  staff_id: string | null;
};

/** Messages waiting to go out, in order of `seq` within a conversation. `body_sealed` becomes null once sent. */
type OutboxTable = {
  id: string;
  conversation_id: string;
  identity_id: string;
  channel: string;
  seq: number;
  turn_id: string | null;
  body_sealed: string | null;
  /** pending → sent | failed (gave up) | dropped (blocked, erased). */
  status: string;
  attempts: number;
  next_at: string;
  /** Claimed by a sender until then; free again after. */
  claimed_until: string | null;
  created_at: string;
  done_at: string | null;
  /** Why the last try failed; codes of the platform, never a person's data. */
  reason: string | null;
  /** 1 when a try ended without an answer: the message may have arrived. */
  maybe_sent: Flag;
  /** When it was last put off. */
  tried_at: string | null;
};

export type LeadTable = {
  id: string;
  code: string;
  identity_id: string;
  conversation_id: string;
  kind: string;
  form: string | null;
  place: string | null;
  /** Plain text of older versions, like the other plain columns that have a sealed one. */
  place_text: string | null;
  place_text_sealed: string | null;
  product: string | null;
  product_text: string | null;
  product_text_sealed: string | null;
  members: number | null;
  /** What they were counted in; null: people. */
  member_unit: string | null;
  name_sealed: string | null;
  name_hash: string | null;
  phone_sealed: string | null;
  phone_hash: string | null;
  best_time: string | null;
  best_time_sealed: string | null;
  note_sealed: string | null;
  source: string | null;
  status: string;
  status_reason: string | null;
  status_reason_sealed: string | null;
  assigned_to: string | null;
  consent_at: string;
  consent_channel: string;
  consent_message_id: string;
  consent_version: string;
  created_at: string;
  updated_at: string;
  erased_at: string | null;
  /** YYYY-MM-DD in Việt Nam. */
  call_back_on: string | null;
  /** Equal for leads that staff have brought together to found one group. */
  group_id: string | null;
};

/** Notes and history of a lead; `body_sealed` for what staff wrote. */
type LeadEventTable = {
  id: string;
  lead_id: string;
  at: string;
  /** account id, "person" or "system". */
  actor: string;
  kind: string;
  from_value: string | null;
  to_value: string | null;
  body_sealed: string | null;
};

/** A question the bot could not answer. */
export type GapTable = {
  id: string;
  conversation_id: string;
  turn_id: string;
  at: string;
  question: string;
  /** Folded question, for grouping. */
  folded: string;
  /** Nearest card id, or null. */
  nearest: string | null;
  reason: string;
  wants_reply: Flag;
  /** open → answered | ignored | done. */
  status: string;
  status_by: string | null;
  status_at: string | null;
};

export type StaffAccountTable = {
  id: string;
  /** Lower-case sign-in name. */
  login: string;
  name: string;
  role: string;
  password_hash: string | null;
  disabled: Flag;
  telegram_chat: string | null;
  created_at: string;
  signed_in_at: string | null;
};

/** Signed-in browsers. `token_hash` is SHA-256 of the cookie. */
type StaffSessionTable = {
  token_hash: string;
  account_id: string;
  csrf: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
};

/** One-time links: first account, invitation, password reset, Telegram link. `token_hash` is SHA-256. */
type StaffLinkTable = {
  token_hash: string;
  purpose: string;
  account_id: string | null;
  role: string | null;
  expires_at: string;
  used_at: string | null;
};

/** Failed sign-ins, counted by key (a keyed hash of login or address) and window. */
type AttemptTable = {
  key: string;
  at: string;
};

/** Facts about the operator that a deployment must fill: office, phone, hours, who is responsible. */
type OperatorTable = {
  key: string;
  value: string;
  updated_at: string;
  updated_by: string;
};

/** Written in the same transaction as the change it tells of; never holds personal data. */
export type AuditTable = {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
};

/**
 * Channels' journals and tokens, through the vault; in the clear who holds a lease (a keyed hash), `retention.clock`
 * (JSON of dates) and `ready` (empty), which are no channel's.
 */
type ChannelStoreTable = {
  key: string;
  value_sealed: string;
  updated_at: string;
};

/** Forms of the desk sent just now. `key` is a keyed hash of who sent it and all that was sent; where it led is null while it is worked on. */
type SentOnceTable = {
  key: string;
  at: string;
  led_to_sealed: string | null;
};

export type Tables = {
  identity: IdentityTable;
  conversation: ConversationTable;
  inbound: InboundTable;
  turn: TurnTable;
  outbox: OutboxTable;
  lead: LeadTable;
  lead_event: LeadEventTable;
  gap: GapTable;
  staff_account: StaffAccountTable;
  staff_session: StaffSessionTable;
  staff_link: StaffLinkTable;
  attempt: AttemptTable;
  operator: OperatorTable;
  audit: AuditTable;
  channel_store: ChannelStoreTable;
  sent_once: SentOnceTable;
};
