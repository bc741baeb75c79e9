// Leads held till the end of a transaction with whoever is in a group with them, one after the other: whoever erases, joins, moves or leaves waits for nobody who waits for them.
import type { Selectable } from 'kysely';
import { holding, takeTurns } from '../../database/hold.ts';
import type { Database } from '../../database/open.ts';
import type { LeadTable } from '../../database/tables.ts';

export type Held = Pick<
  Selectable<LeadTable>,
  'id' | 'kind' | 'place' | 'product' | 'status' | 'erased_at' | 'group_id'
>;

/** As they stand once they are held. Whoever changes who is with whom in one place and trade does so one after the other. */
export async function holdWithGroups(trx: Database, ids: readonly string[]): Promise<Held[]> {
  if (ids.length === 0) return [];
  const wishes = await trx
    .selectFrom('lead')
    .select(['place', 'product'])
    .distinct()
    .where('id', 'in', [...ids])
    .execute();
  await takeTurns(
    trx,
    wishes.map(({ place, product }) => `founders ${place ?? ''} ${product ?? ''}`),
  );
  const grouped = await trx
    .selectFrom('lead')
    .select('group_id')
    .where('id', 'in', [...ids])
    .execute();
  const groups = groupsOf(grouped);
  const rows = trx
    .selectFrom('lead')
    .select(['id', 'kind', 'place', 'product', 'status', 'erased_at', 'group_id'])
    .where((e) =>
      e.or([e('id', 'in', [...ids]), ...(groups.length > 0 ? [e('group_id', 'in', groups)] : [])]),
    )
    .orderBy('created_at')
    .orderBy('id');
  return holding(trx, rows).execute();
}

export const groupsOf = (rows: readonly Pick<Held, 'group_id'>[]): string[] => [
  ...new Set(rows.flatMap((r) => r.group_id ?? [])),
];
