// Leads out of their group of founders, each with its line in history and audit log; whoever is left alone is in none either.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { addEvents } from './events.ts';

/** Staff took it out (no word), its person moved to another place or trade, or nobody else is left. */
type PartReason = '' | 'moved' | 'alone';
type PartBy = { actor: string; now: Date };

/** The leads must be held, see `hold`. */
export async function partFrom(
  trx: Database,
  group: string,
  ids: readonly string[],
  reason: PartReason,
  by: PartBy,
): Promise<void> {
  await trx
    .updateTable('lead')
    .set({ group_id: null })
    .where('id', 'in', [...ids])
    .execute();
  await tell(trx, ids, reason, by);
  await endLone(trx, [group], by.now);
}

/** Ends those of the groups that have one member left. */
export async function endLone(trx: Database, groups: readonly string[], now: Date): Promise<void> {
  if (groups.length === 0) return;
  const lone = await trx
    .selectFrom('lead')
    .select((e) => e.fn.min<string>('id').as('id'))
    .where('group_id', 'in', [...groups])
    .groupBy('group_id')
    .having((e) => e.fn.countAll(), '=', 1)
    .execute();
  if (lone.length === 0) return;
  const ids = lone.map((l) => l.id);
  await trx.updateTable('lead').set({ group_id: null }).where('id', 'in', ids).execute();
  await tell(trx, ids, 'alone', { actor: 'system', now });
}

async function tell(trx: Database, ids: readonly string[], reason: PartReason, { actor, now }: PartBy) {
  const events = ids.map((leadId) => ({ leadId, actor, kind: 'ungrouped', to: reason }));
  await addEvents(trx, events, now.toISOString());
  await audit(
    trx,
    now,
    ids.map((subject) => ({ actor, action: 'lead.ungrouped' as const, subject, detail: reason })),
  );
}
