// Leads for the desk: filtered, searched by code, phone or name without the database ever seeing either in the clear, counted.
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { LeadTable, Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { readPhone } from '../../language/phones.ts';
import type { Lead } from '../lead.ts';
import { nameHash, phoneHash, readLead } from './seal.ts';

type Db = Kysely<Tables>;
export type LeadFilter = {
  search?: string;
  status?: string;
  place?: string;
  form?: string;
  kind?: string;
  product?: string;
  /** An account id, or "none". */
  assigned?: string;
  from?: string;
  to?: string;
};
export type LeadRow = Lead & {
  identityId: string;
  conversationId: string;
  assignedTo: string | null;
  statusReason: string | null;
  erased: boolean;
};

export function readRow(vault: Vault, row: LeadTable): LeadRow {
  return {
    ...readLead(vault, row),
    identityId: row.identity_id,
    conversationId: row.conversation_id,
    assignedTo: row.assigned_to,
    statusReason: row.status_reason,
    erased: row.erased_at !== null,
  };
}

type Query = SelectQueryBuilder<Tables, 'lead', unknown>;

function matching<Q extends Query>(query: Q, vault: Vault, filter: LeadFilter): Q {
  let q: Query = query;
  const equal = {
    status: filter.status,
    place: filter.place,
    form: filter.form,
    kind: filter.kind,
    product: filter.product,
  } as const;
  for (const [column, value] of Object.entries(equal)) if (value) q = q.where(column as 'status', '=', value);
  if (filter.assigned === 'none') q = q.where('assigned_to', 'is', null);
  else if (filter.assigned) q = q.where('assigned_to', '=', filter.assigned);
  if (filter.from) q = q.where('created_at', '>=', filter.from);
  if (filter.to) q = q.where('created_at', '<', filter.to);
  const search = filter.search?.trim();
  if (search) {
    const phone = readPhone(search);
    q = q.where((e) =>
      e.or([
        e('code', '=', search.toUpperCase()),
        e('name_hash', '=', nameHash(vault, search)),
        ...(phone ? [e('phone_hash', '=', phoneHash(vault, phone))] : []),
      ]),
    );
  }
  return q as Q;
}

/** Newest first. */
export async function listLeads(
  db: Db,
  vault: Vault,
  filter: LeadFilter,
  page: { limit: number; offset: number },
): Promise<LeadRow[]> {
  const rows = await matching(db.selectFrom('lead'), vault, filter)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((r) => readRow(vault, r));
}

/** How many leads match, by status; the status filter itself is left out, so that the tabs keep their numbers. */
export async function countByStatus(db: Db, vault: Vault, filter: LeadFilter): Promise<Map<string, number>> {
  const { status: _, ...rest } = filter;
  const rows = await matching(db.selectFrom('lead'), vault, rest)
    .select(['status', (e) => e.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute();
  return new Map(rows.map((r) => [r.status, Number(r.n)]));
}

export async function findLead(
  db: Db,
  vault: Vault,
  id: string,
): Promise<
  (LeadRow & { consent: { at: string; channel: string; messageId: string; version: string } }) | undefined
> {
  const row = await db.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const consent = {
    at: row.consent_at,
    channel: row.consent_channel,
    messageId: row.consent_message_id,
    version: row.consent_version,
  };
  return { ...readRow(vault, row), consent };
}

/** Other open leads with the same phone, or the same name in the same place. */
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
