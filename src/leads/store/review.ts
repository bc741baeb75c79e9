// What staff do with a lead: status with a reason, assignment, notes; each with its history and audit line, two people warned.
import type { Kysely } from 'kysely';
import { audit } from '../../database/audit.ts';
import type { Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import type { LeadStatus } from '../lead.ts';
import { addEvents } from './write.ts';

type Db = Kysely<Tables>;
/** `seen` is the `updatedAt` the person had before their eyes. */
type By = { actor: string; seen: string; now: Date };
export type Changed = 'done' | 'changed-meanwhile' | 'unknown';

async function change(
  db: Db,
  id: string,
  set: Partial<{ status: string; status_reason: string | null; assigned_to: string | null }>,
  by: By,
): Promise<Changed> {
  const done = await db
    .updateTable('lead')
    .set({ ...set, updated_at: by.now.toISOString() })
    .where('id', '=', id)
    .where('updated_at', '=', by.seen)
    .executeTakeFirst();
  if (done.numUpdatedRows === 1n) return 'done';
  const still = await db.selectFrom('lead').select('id').where('id', '=', id).executeTakeFirst();
  return still ? 'changed-meanwhile' : 'unknown';
}

export function changeStatus(
  db: Db,
  id: string,
  to: LeadStatus,
  reason: string | undefined,
  by: By,
): Promise<Changed> {
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('lead').select('status').where('id', '=', id).executeTakeFirst();
    const done = await change(trx, id, { status: to, status_reason: reason ?? null }, by);
    if (done !== 'done' || !before) return done;
    await addEvents(
      trx,
      [{ leadId: id, actor: by.actor, kind: 'status', from: before.status, to }],
      by.now.toISOString(),
    );
    await audit(trx, by.now, {
      actor: by.actor,
      action: 'lead.status',
      subject: id,
      detail: `${before.status} → ${to}`,
    });
    return done;
  });
}

export function assign(db: Db, id: string, to: string | null, by: By): Promise<Changed> {
  return db.transaction().execute(async (trx) => {
    const done = await change(trx, id, { assigned_to: to }, by);
    if (done !== 'done') return done;
    await addEvents(
      trx,
      [{ leadId: id, actor: by.actor, kind: 'assigned', to: to ?? '' }],
      by.now.toISOString(),
    );
    await audit(trx, by.now, {
      actor: by.actor,
      action: 'lead.assigned',
      subject: id,
      detail: to ?? 'nobody',
    });
    return done;
  });
}

export async function addNote(
  db: Db,
  vault: Vault,
  id: string,
  text: string,
  by: { actor: string; now: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await addEvents(
      trx,
      [{ leadId: id, actor: by.actor, kind: 'note', bodySealed: vault.seal(text) }],
      by.now.toISOString(),
    );
    await audit(trx, by.now, { actor: by.actor, action: 'lead.note', subject: id });
  });
}

export type LeadEvent = {
  at: string;
  actor: string;
  kind: string;
  from: string | null;
  to: string | null;
  body: string | null;
};

export async function historyOf(db: Db, vault: Vault, leadId: string): Promise<LeadEvent[]> {
  const rows = await db
    .selectFrom('lead_event')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('at', 'desc')
    .execute();
  return rows.map((r) => ({
    at: r.at,
    actor: r.actor,
    kind: r.kind,
    from: r.from_value,
    to: r.to_value,
    body: r.body_sealed && vault.unseal(r.body_sealed),
  }));
}
