// A person's own leads, and the status of a case by its code.
import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { type Lead, leadStatuses } from '../lead.ts';
import { readLead } from './seal.ts';

/** By identity id; erased leads are nobody's. */
export async function ownLeads(
  db: Database,
  vault: Vault,
  identityIds: readonly string[],
): Promise<Map<string, Lead[]>> {
  const found = new Map<string, Lead[]>();
  if (identityIds.length === 0) return found;
  const rows = await db
    .selectFrom('lead')
    .selectAll()
    .where('identity_id', 'in', [...identityIds])
    .where('erased_at', 'is', null)
    .orderBy('created_at')
    .execute();
  for (const row of rows)
    found.set(row.identity_id, [...(found.get(row.identity_id) ?? []), readLead(vault, row)]);
  return found;
}

export async function leadStatusByCode(
  db: Database,
  code: string,
): Promise<{ code: string; status: Lead['status'] } | undefined> {
  const row = await db
    .selectFrom('lead')
    .select(['code', 'status'])
    .where('code', '=', code)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && { code: row.code, status: z.enum(leadStatuses).parse(row.status) };
}

/** Erased leads keep theirs: staff count and name them by it. */
export async function isCodeTaken(db: Database, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false;
  const row = await db
    .selectFrom('lead')
    .select('id')
    .where('code', 'in', [...codes])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
