// A database as 004 left it: as 003, and a form was sent just now.
import * as before from './003-call-back.ts';

export const { expected } = before;
export const rows: typeof before.rows = (seal, hash) => [
  ...before.rows(seal, hash),
  `insert into sent_once (key, at, led_to_sealed) values ('k', '2026-11-20T02:00:00.000Z', '${seal('/can-bo/phieu/l1?ok=note')}')`,
];
