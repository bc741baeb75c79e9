// One lead for the desk, and the others that are likely the same person's.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { type LeadRow, readRow } from './list.ts';
import { nameHash, phoneHash } from './seal.ts';

export async function findLead(db: Database, vault: Vault, id: string): Promise<LeadRow | undefined> {
  const row = await db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readRow(vault, row);
}

/** Other leads, not erased, with the same phone, or the same name in the same place. */
export async function likelySame(db: Database, vault: Vault, lead: LeadRow): Promise<LeadRow[]> {
  if (!lead.phone && !lead.name) return [];
  const rows = await db
    .selectFrom('lead')
    .selectAll()
    .where('id', '!=', lead.id)
    .where('erased_at', 'is', null)
    .where((e) =>
      e.or([
        ...(lead.phone ? [e('phone_hash', '=', phoneHash(vault, lead.phone))] : []),
        ...(lead.name && lead.place
          ? [e.and([e('name_hash', '=', nameHash(vault, lead.name)), e('place', '=', lead.place)])]
          : []),
      ]),
    )
    .limit(10)
    .execute();
  return rows.map((r) => readRow(vault, r));
}
