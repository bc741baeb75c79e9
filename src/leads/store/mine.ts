// What one member of staff has to do: the leads given to them that are not finished, who has waited longest first.
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { openStatuses } from '../lead.ts';
import { type LeadRow, readRow } from './list.ts';

type Db = Kysely<Tables>;

/** `all` counts those beyond `limit` too. */
export async function openLeadsOf(
  db: Db,
  vault: Vault,
  accountId: string,
  limit: number,
): Promise<{ rows: LeadRow[]; all: number }> {
  const mine = db
    .selectFrom('lead')
    .where('assigned_to', '=', accountId)
    .where('status', 'in', openStatuses)
    .where('erased_at', 'is', null);
  const [rows, count] = await Promise.all([
    mine.selectAll().orderBy('created_at').orderBy('id').limit(limit).execute(),
    mine.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirst(),
  ]);
  return { rows: rows.map((r) => readRow(vault, r)), all: Number(count?.n ?? 0) };
}
