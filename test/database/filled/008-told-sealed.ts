// A database as 008 left it: as 007, and what was typed of its lead is sealed.
import * as before from './007-member-unit.ts';

export const { expected } = before;
export const rows: typeof before.rows = (seal, hash) => [
  ...before.rows(seal, hash),
  `update lead set place_text = null, product_text = null, best_time = null, place_text_sealed = '${seal('phường Yên Bái')}', product_text_sealed = '${seal('chè')}', best_time_sealed = '${seal('tối')}', status_reason_sealed = '${seal('gọi lần hai')}' where id = 'l1'`,
];
