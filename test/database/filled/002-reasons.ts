// A database as 002 left it: as 001, and a message that was given up, with its reason.
import * as before from './001-first.ts';

export const { expected } = before;
const columns =
  'id, conversation_id, identity_id, channel, seq, turn_id, body_sealed, status, attempts, next_at, claimed_until, created_at, done_at';

export const rows: typeof before.rows = (seal, hash) => [
  ...before
    .rows(seal, hash)
    .map((row) => row.replace('insert into outbox values', `insert into outbox (${columns}) values`)),
  `insert into outbox (${columns}, reason) values ('o3', 'c1', 'i1', 'telegram', 5, 't2', null, 'failed', 0, '2026-11-20T01:06:00.000Z', null, '2026-11-20T01:06:00.000Z', '2026-11-20T01:06:01.000Z', 'telegram 400: x')`,
];
