// A database as 006 left it: as 005, and its waiting message was tried once without an answer.
import * as before from './005-founders.ts';

export const { expected } = before;
export const rows: typeof before.rows = (seal, hash) => [
  ...before.rows(seal, hash),
  `update outbox set maybe_sent = 1, tried_at = '2026-11-23T00:00:00.000Z' where status = 'pending'`,
];
