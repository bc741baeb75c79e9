// Leads as the talk writes them: made, changed by their own person, erased; each with its history and audit line.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import type { Consent, LeadDetails } from '../lead.ts';
import { addEvents } from './events.ts';
import { groupsOf, holdWithGroups } from './hold.ts';
import { endLone, partFrom } from './part.ts';
import { consentColumns, detailColumns } from './seal.ts';
import { nothingTyped } from './typed.ts';

export type NewLead = {
  id: string;
  code: string;
  identityId: string;
  conversationId: string;
  details: LeadDetails;
  consent: Consent;
  source?: string;
};

export async function addLeads(
  db: Database,
  vault: Vault,
  leads: readonly NewLead[],
  now: Date,
): Promise<void> {
  if (leads.length === 0) return;
  const at = now.toISOString();
  await db
    .insertInto('lead')
    .values(
      leads.map((l) => ({
        id: l.id,
        code: l.code,
        identity_id: l.identityId,
        conversation_id: l.conversationId,
        ...detailColumns(vault, l.details),
        source: l.source ?? null,
        status: 'new',
        assigned_to: null,
        ...consentColumns(l.consent),
        created_at: at,
        updated_at: at,
        erased_at: null,
      })),
    )
    .execute();
  await addEvents(
    db,
    leads.map((l) => ({ leadId: l.id, actor: 'person', kind: 'created' })),
    at,
  );
  await audit(
    db,
    now,
    leads.map((l) => ({ actor: 'person', action: 'lead.created', subject: l.id })),
  );
}

/**
 * Changes a person's own lead; a lead of somebody else, or an erased one, is left as it is. Founders are of one place and
 * trade: whoever changes theirs is in the group no more.
 */
export async function changeOwnLead(
  db: Database,
  vault: Vault,
  change: { id: string; identityId: string; details: LeadDetails; consent?: Consent },
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const before = (await holdWithGroups(db, [change.id])).find((l) => l.id === change.id);
  const after = detailColumns(vault, change.details);
  const done = await db
    .updateTable('lead')
    .set({
      ...after,
      ...(change.consent ? consentColumns(change.consent) : {}),
      updated_at: at,
    })
    .where('id', '=', change.id)
    .where('identity_id', '=', change.identityId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return;
  await addEvents(db, [{ leadId: change.id, actor: 'person', kind: 'changed' }], at);
  await audit(db, now, { actor: 'person', action: 'lead.changed', subject: change.id });
  const moved = (['kind', 'place', 'product'] as const).some((c) => before?.[c] !== after[c]);
  if (before?.group_id && moved)
    await partFrom(db, before.group_id, [change.id], 'moved', { actor: 'person', now });
}

/** Everything personal of the leads goes; code, place, form, status and dates stay for the count. Notes of staff go too. */
export async function eraseLeads(db: Database, leadIds: readonly string[], now: Date): Promise<void> {
  if (leadIds.length === 0) return;
  const at = now.toISOString();
  const held = await holdWithGroups(db, leadIds);
  await db
    .updateTable('lead')
    .set({
      name_sealed: null,
      name_hash: null,
      phone_sealed: null,
      phone_hash: null,
      note_sealed: null,
      ...nothingTyped,
      source: null,
      consent_message_id: '',
      call_back_on: null,
      group_id: null,
      erased_at: at,
      updated_at: at,
    })
    .where('id', 'in', [...leadIds])
    .execute();
  const events = db.updateTable('lead_event').where('lead_id', 'in', [...leadIds]);
  await events.set({ body_sealed: null }).execute();
  // The count by years asks when a lead came to stand as formed.
  await events.set({ from_value: null, to_value: null }).where('kind', '!=', 'status').execute();
  await endLone(db, groupsOf(held), now);
}
