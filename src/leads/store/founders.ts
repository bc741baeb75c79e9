// Leads brought together to found one group: who could join, who is in it, joining, leaving, and a note on each of them.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type AuditAction, audit } from '../../database/audit.ts';
import type { Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { openStatuses } from '../lead.ts';
import { type LeadRow, readRow } from './list.ts';
import { addEvents } from './write.ts';

type Db = Kysely<Tables>;
type By = { actor: string; now: Date };
type Wish = Pick<LeadRow, 'place' | 'product'>;

/** The others of the group, in the order they came. */
export async function foundersWith(
  db: Db,
  vault: Vault,
  lead: Pick<LeadRow, 'id' | 'groupId'>,
): Promise<LeadRow[]> {
  if (!lead.groupId) return [];
  const rows = await db
    .selectFrom('lead')
    .selectAll()
    .where('group_id', '=', lead.groupId)
    .where('id', '!=', lead.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((r) => readRow(vault, r));
}

/** Who wishes for the same and still waits for staff: one place, one trade. */
const alike = (db: Db, { place, product }: Wish) =>
  db
    .selectFrom('lead')
    .where('kind', '=', 'group')
    .where('place', '=', place ?? '')
    .where('product', '=', product ?? '')
    .where('status', 'in', openStatuses)
    .where('erased_at', 'is', null);

/** Who could join a lead and is not with it yet, who has waited longest first. */
export async function couldJoin(db: Db, vault: Vault, lead: LeadRow, limit: number): Promise<LeadRow[]> {
  let query = alike(db, lead).selectAll().where('id', '!=', lead.id);
  const { groupId } = lead;
  if (groupId) query = query.where((e) => e.or([e('group_id', 'is', null), e('group_id', '!=', groupId)]));
  const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute();
  return rows.map((r) => readRow(vault, r));
}

/**
 * All that were chosen, and whoever is in a group with one of them, are one group then. Returns how many it has;
 * 0 when nobody could be joined: erased meanwhile, finished, or of another place or trade.
 */
export function joinLeads(
  db: Db,
  vault: Vault,
  id: string,
  chosen: readonly string[],
  note: string | undefined,
  by: By,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const first = await trx
      .selectFrom('lead')
      .select(['place', 'product'])
      .where('id', '=', id)
      .where('kind', '=', 'group')
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (!first || chosen.length === 0) return 0;
    const wish = { place: first.place ?? undefined, product: first.product ?? undefined };
    await oneByOne(trx, wish);
    const joined = await alike(trx, wish)
      .select(['id'])
      .where('id', 'in', [...chosen])
      .where('id', '!=', id)
      .execute();
    if (joined.length === 0) return 0;
    const ids = [id, ...joined.map((l) => l.id)];
    const grouped = await trx
      .selectFrom('lead')
      .select('group_id')
      .distinct()
      .where('id', 'in', ids)
      .where('group_id', 'is not', null)
      .execute();
    const groups = grouped.flatMap((l) => l.group_id ?? []);
    const rows = await trx
      .updateTable('lead')
      .set({ group_id: groups[0] ?? randomUUID() })
      .where((e) => e.or([e('id', 'in', ids), ...(groups.length > 0 ? [e('group_id', 'in', groups)] : [])]))
      .where('erased_at', 'is', null)
      .returning('id')
      .execute();
    const members = rows.map((r) => r.id);
    await tell(trx, members, 'grouped', `${members.length}`, by);
    if (note) await writeNote(trx, vault, members, note, by);
    return members.length;
  });
}

/** Who joins leads of one place and trade waits for whoever does so already: their first lead is held till the end. */
async function oneByOne(trx: Db, { place, product }: Wish): Promise<void> {
  await trx
    .updateTable('lead')
    .set((e) => ({ group_id: e.ref('group_id') }))
    .where('id', '=', (e) =>
      e
        .selectFrom('lead as oldest')
        .select('oldest.id')
        .where('oldest.place', '=', place ?? '')
        .where('oldest.product', '=', product ?? '')
        .orderBy('oldest.created_at')
        .orderBy('oldest.id')
        .limit(1),
    )
    .execute();
}

/** False when it was in no group. Whoever is left alone is in none either. */
export function leaveFounders(db: Db, id: string, by: By): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const lead = await trx.selectFrom('lead').select('group_id').where('id', '=', id).executeTakeFirst();
    if (!lead?.group_id) return false;
    await trx.updateTable('lead').set({ group_id: null }).where('id', '=', id).execute();
    const left = await trx.selectFrom('lead').select('id').where('group_id', '=', lead.group_id).execute();
    if (left.length === 1)
      await trx.updateTable('lead').set({ group_id: null }).where('group_id', '=', lead.group_id).execute();
    await tell(trx, [id], 'ungrouped', '', by);
    return true;
  });
}

/** The same note on every lead of the group, each with its own: what one person erases leaves the others theirs. */
export function noteToFounders(db: Db, vault: Vault, id: string, note: string, by: By): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('lead')
      .select('id')
      .where('group_id', '=', trx.selectFrom('lead as own').select('own.group_id').where('own.id', '=', id))
      .where('erased_at', 'is', null)
      .execute();
    const ids = rows.map((r) => r.id);
    await writeNote(trx, vault, ids, note, by);
    return ids.length;
  });
}

async function tell(db: Db, ids: readonly string[], kind: 'grouped' | 'ungrouped', to: string, by: By) {
  const events = ids.map((leadId) => ({ leadId, actor: by.actor, kind, to }));
  await addEvents(db, events, by.now.toISOString());
  await noted(db, ids, `lead.${kind}`, to, by);
}

async function writeNote(db: Db, vault: Vault, ids: readonly string[], note: string, by: By) {
  const events = ids.map((leadId) => ({
    leadId,
    actor: by.actor,
    kind: 'note',
    bodySealed: vault.seal(note),
  }));
  await addEvents(db, events, by.now.toISOString());
  await noted(db, ids, 'lead.note', '', by);
}

const noted = (db: Db, ids: readonly string[], action: AuditAction, detail: string, { actor, now }: By) =>
  audit(
    db,
    now,
    ids.map((subject) => ({ actor, action, subject, detail })),
  );
