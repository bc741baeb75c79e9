// One lead for the desk, and the others that are likely the same person's.
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { type LeadRow, readRow } from './list.ts';
import { nameHash, phoneHash } from './seal.ts';

type Db = Kysely<Tables>;

export async function findLead(db: Db, vault: Vault, id: string): Promise<LeadRow | undefined> {
  const row = await db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst();
  return row && readRow(vault, row);
}

/** Other leads, not erased, with the same phone, or the same name in the same place. */
export async function likelySame(db: Db, vault: Vault, lead: LeadRow): Promise<LeadRow[]> {
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
