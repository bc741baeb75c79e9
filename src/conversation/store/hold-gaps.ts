// Questions held till the end of a transaction, always in the order of their ids: whoever settles many waits for nobody who waits for them.
import { holding } from '../../database/hold.ts';
import type { Database } from '../../database/open.ts';

/** Those of the ids, or those of the talks. */
export async function holdGaps(
  trx: Database,
  by: { ids: readonly string[] } | { conversationIds: readonly string[] },
): Promise<void> {
  const [column, values] =
    'ids' in by ? (['id', by.ids] as const) : (['conversation_id', by.conversationIds] as const);
  if (values.length === 0) return;
  const rows = trx
    .selectFrom('gap')
    .select('id')
    .where(column, 'in', [...values])
    .orderBy('id');
  await holding(trx, rows).execute();
}
