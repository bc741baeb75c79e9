// What one member of staff has to do: the leads given to them that are not finished, whom one promised to call by today first, then who has waited longest.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { openStatuses } from '../lead.ts';
import { type LeadRow, readRow } from './list.ts';

/** Who is to be called later stands last. `all` counts those beyond `limit` too. */
export async function openLeadsOf(
  db: Database,
  vault: Vault,
  accountId: string,
  today: string,
  limit: number,
): Promise<{ rows: LeadRow[]; all: number }> {
  const mine = db
    .selectFrom('lead')
    .where('assigned_to', '=', accountId)
    .where('status', 'in', openStatuses)
    .where('erased_at', 'is', null);
  const [rows, count] = await Promise.all([
    mine
      .selectAll()
      .orderBy((e) =>
        e
          .case()
          .when('call_back_on', '<=', today)
          .then(0)
          .when('call_back_on', '>', today)
          .then(2)
          .else(1)
          .end(),
      )
      .orderBy('call_back_on')
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .execute(),
    mine.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirst(),
  ]);
  return { rows: rows.map((r) => readRow(vault, r)), all: Number(count?.n ?? 0) };
}
