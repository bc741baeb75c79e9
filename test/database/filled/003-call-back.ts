// A database as 003 left it: as 002, and its lead is to be called again.
import * as before from './002-reasons.ts';

export const { expected } = before;
const columns =
  'id, code, identity_id, conversation_id, kind, form, place, place_text, product, product_text, members, name_sealed, name_hash, phone_sealed, phone_hash, best_time, note_sealed, source, status, status_reason, assigned_to, consent_at, consent_channel, consent_message_id, consent_version, created_at, updated_at, erased_at';

export const rows: typeof before.rows = (seal, hash) => [
  ...before
    .rows(seal, hash)
    .map((row) => row.replace('insert into lead values', `insert into lead (${columns}) values`)),
  `update lead set call_back_on = '2026-11-25' where id = 'l1'`,
];
