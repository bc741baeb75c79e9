// Leads for the desk: filtered, searched by code, phone or name without the database ever seeing either in the clear, counted.
import type { SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import type { LeadTable, Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import { readPhone } from '../../language/phones.ts';
import { type Consent, type Lead, type LeadState, leadStatuses, openStatuses, stateOf } from '../lead.ts';
import { nameHash, phoneHash, readLead } from './seal.ts';
import { openTyped } from './typed.ts';

export type LeadFilter = {
  /** A code, a whole phone number or a whole name. */
  search?: string;
  /** A code alone, for those who may not learn whose lead it is. */
  code?: string;
  status?: LeadState;
  place?: string;
  form?: string;
  kind?: string;
  product?: string;
  /** An account id, or "none". */
  assigned?: string;
  /** To be called again on this day or before. */
  callBackBy?: string;
};
export type LeadRow = Lead & {
  identityId: string;
  conversationId: string;
  assignedTo: string | null;
  statusReason: string | null;
  /** YYYY-MM-DD. */
  callBackOn: string | null;
  /** Equal for those brought together to found one group. */
  groupId: string | null;
  consent: Consent;
  erased: boolean;
};

export function readRow(vault: Vault, row: LeadTable): LeadRow {
  return {
    ...readLead(vault, row),
    identityId: row.identity_id,
    conversationId: row.conversation_id,
    assignedTo: row.assigned_to,
    statusReason: openTyped(vault, row, 'status_reason') ?? null,
    callBackOn: row.call_back_on,
    groupId: row.group_id,
    consent: {
      at: row.consent_at,
      channel: row.consent_channel,
      messageId: row.consent_message_id,
      version: row.consent_version,
    },
    erased: row.erased_at !== null,
  };
}

type Query = SelectQueryBuilder<Tables, 'lead', unknown>;

function matching<Q extends Query>(query: Q, vault: Vault, filter: LeadFilter): Q {
  let q: Query = query;
  const equal = {
    place: filter.place,
    form: filter.form,
    kind: filter.kind,
    product: filter.product,
  } as const;
  for (const [column, value] of Object.entries(equal)) if (value) q = q.where(column as 'place', '=', value);
  if (filter.status) q = inState(q, filter.status);
  if (filter.assigned === 'none') q = q.where('assigned_to', 'is', null);
  else if (filter.assigned) q = q.where('assigned_to', '=', filter.assigned);
  if (filter.callBackBy) q = q.where('call_back_on', '<=', filter.callBackBy);
  if (filter.code) q = q.where('code', '=', codeTyped(filter.code));
  const search = filter.search?.trim();
  if (search) {
    const phone = readPhone(search);
    q = q.where((e) =>
      e.or([
        e('code', '=', codeTyped(search)),
        e('name_hash', '=', nameHash(vault, search)),
        ...(phone ? [e('phone_hash', '=', phoneHash(vault, phone))] : []),
      ]),
    );
  }
  return q as Q;
}

function inState(query: Query, state: LeadState): Query {
  if (state === 'erased') return query.where('erased_at', 'is not', null).where('status', 'in', openStatuses);
  const there = query.where('status', '=', state);
  return openStatuses.includes(state) ? there.where('erased_at', 'is', null) : there;
}

/** "7k2qm", "htx 7k2qm" and "HTX-7K2QM" are one code. */
const codeTyped = (text: string): string =>
  `HTX-${text
    .trim()
    .toUpperCase()
    .replace(/^HTX[\s-]*/, '')}`;

/** Newest first. */
export async function listLeads(
  db: Database,
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

/** How many leads match, by status; the filter's own status is left out, so that the tabs keep their numbers. */
export async function countByStatus(
  db: Database,
  vault: Vault,
  filter: LeadFilter,
): Promise<Map<LeadState, number>> {
  const { status: _, ...rest } = filter;
  const rows = await matching(db.selectFrom('lead'), vault, rest)
    .select([
      'status',
      (e) => e.fn.countAll<number>().as('n'),
      (e) => e.fn.count<number>('erased_at').as('gone'),
    ])
    .groupBy('status')
    .execute();
  const counts = new Map<LeadState, number>();
  const add = (state: LeadState, n: number) => n > 0 && counts.set(state, (counts.get(state) ?? 0) + n);
  for (const row of rows) {
    const status = z.enum(leadStatuses).parse(row.status);
    add(status, Number(row.n) - Number(row.gone));
    add(stateOf({ status, erased: true }), Number(row.gone));
  }
  return counts;
}

/** The leads beside one in the list, by its place there: also when a change has just taken it out of the filter. */
export async function neighboursOf(
  db: Database,
  vault: Vault,
  filter: LeadFilter,
  lead: Pick<LeadRow, 'id' | 'createdAt'>,
): Promise<{ newer: string | undefined; older: string | undefined }> {
  const beside = (time: '<' | '>', id: '<' | '>', order: 'asc' | 'desc', idOrder: 'asc' | 'desc') =>
    matching(db.selectFrom('lead'), vault, filter)
      .select('id')
      .where((e) =>
        e.or([
          e('created_at', time, lead.createdAt),
          e.and([e('created_at', '=', lead.createdAt), e('id', id, lead.id)]),
        ]),
      )
      .orderBy('created_at', order)
      .orderBy('id', idOrder)
      .limit(1)
      .executeTakeFirst();
  const [newer, older] = await Promise.all([
    beside('>', '<', 'asc', 'desc'),
    beside('<', '>', 'desc', 'asc'),
  ]);
  return { newer: newer?.id, older: older?.id };
}

/** Codes of the leads that people have left, by identity id; erased ones are nobody's. */
export async function codesOf(
  db: Database,
  identityIds: readonly string[],
): Promise<Map<string, { id: string; code: string }[]>> {
  const found = new Map<string, { id: string; code: string }[]>();
  if (identityIds.length === 0) return found;
  const rows = await db
    .selectFrom('lead')
    .select(['id', 'code', 'identity_id'])
    .where('identity_id', 'in', [...identityIds])
    .where('erased_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  for (const { identity_id, ...lead } of rows)
    found.set(identity_id, [...(found.get(identity_id) ?? []), lead]);
  return found;
}
