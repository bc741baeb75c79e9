// Leads brought together to found one group: who could join, who is in it, joining, leaving, and a note on each of them.
import { randomUUID } from 'node:crypto';
import { type AuditAction, audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { openStatuses } from '../lead.ts';
import { addEvents } from './events.ts';
import { groupsOf, type Held, holdWithGroups } from './hold.ts';
import { type LeadRow, readRow } from './list.ts';
import { partFrom } from './part.ts';

type By = { actor: string; now: Date };
type Wish = Pick<LeadRow, 'place' | 'product'>;

/** The others of the group, in the order they came. */
export async function foundersWith(
  db: Database,
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
const alike = (db: Database, { place, product }: Wish) =>
  db
    .selectFrom('lead')
    .where('kind', '=', 'group')
    .where('place', '=', place ?? '')
    .where('product', '=', product ?? '')
    .where('status', 'in', openStatuses)
    .where('erased_at', 'is', null);

const notYetWith = (db: Database, lead: LeadRow) => {
  const { id, groupId } = lead;
  const others = alike(db, lead).where('id', '!=', id);
  return groupId
    ? others.where((e) => e.or([e('group_id', 'is', null), e('group_id', '!=', groupId)]))
    : others;
};

/** Who could join a lead and is not with it yet, who has waited longest first. */
export async function couldJoin(
  db: Database,
  vault: Vault,
  lead: LeadRow,
  limit: number,
): Promise<LeadRow[]> {
  if (!mayGather(lead)) return [];
  const rows = await notYetWith(db, lead)
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((r) => readRow(vault, r));
}

/** How many could join it; nobody's name is opened for that. */
export async function countCouldJoin(db: Database, lead: LeadRow): Promise<number> {
  if (!mayGather(lead)) return 0;
  const row = await notYetWith(db, lead)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

const mayGather = (lead: LeadRow): boolean =>
  lead.kind === 'group' && !lead.erased && isOpen(lead.status) && Boolean(lead.place && lead.product);

/**
 * All that were chosen, and whoever is in a group with one of them, are one group then. Returns how many it has;
 * 0 when nobody could be joined: erased meanwhile, finished, or of another place or trade.
 */
export function joinLeads(
  db: Database,
  vault: Vault,
  id: string,
  chosen: readonly string[],
  note: string | undefined,
  by: By,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (chosen.length === 0) return 0;
    const held = await holdWithGroups(trx, [id, ...chosen]);
    const first = held.find((l) => l.id === id);
    const joined = held.filter((l) => l.id !== id && chosen.includes(l.id) && first && areAlike(l, first));
    if (!first || joined.length === 0) return 0;
    const together = [first, ...joined];
    const groups = groupsOf(together);
    const members = held
      .filter((l) => together.includes(l) || (l.group_id !== null && groups.includes(l.group_id)))
      .map((l) => l.id);
    await trx
      .updateTable('lead')
      .set({ group_id: groups[0] ?? randomUUID() })
      .where('id', 'in', members)
      .execute();
    await tell(trx, members, by);
    if (note) await writeNote(trx, vault, members, note, by);
    return members.length;
  });
}

/** The rule of `alike`, for two leads that are held. */
const areAlike = (one: Held, other: Held): boolean =>
  [one, other].every((l) => l.kind === 'group' && l.erased_at === null && isOpen(l.status)) &&
  one.place !== null &&
  one.product !== null &&
  one.place === other.place &&
  one.product === other.product;
const isOpen = (status: string): boolean => (openStatuses as readonly string[]).includes(status);

/** False when it was in no group. Whoever is left alone is in none either. */
export function leaveFounders(db: Database, id: string, by: By): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const lead = (await holdWithGroups(trx, [id])).find((l) => l.id === id);
    if (!lead?.group_id) return false;
    await partFrom(trx, lead.group_id, [id], '', by);
    return true;
  });
}

/** The same note on every lead of the group, each with its own: what one person erases leaves the others theirs. */
export function noteToFounders(
  db: Database,
  vault: Vault,
  id: string,
  note: string,
  by: By,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const held = await holdWithGroups(trx, [id]);
    const group = held.find((l) => l.id === id)?.group_id;
    const ids = held.filter((l) => group && l.group_id === group).map((l) => l.id);
    await writeNote(trx, vault, ids, note, by);
    return ids.length;
  });
}

async function tell(db: Database, ids: readonly string[], by: By) {
  const to = `${ids.length}`;
  const events = ids.map((leadId) => ({ leadId, actor: by.actor, kind: 'grouped', to }));
  await addEvents(db, events, by.now.toISOString());
  await noted(db, ids, 'lead.grouped', to, by);
}

async function writeNote(db: Database, vault: Vault, ids: readonly string[], note: string, by: By) {
  const events = ids.map((leadId) => ({
    leadId,
    actor: by.actor,
    kind: 'note',
    bodySealed: vault.seal(note),
  }));
  await addEvents(db, events, by.now.toISOString());
  await noted(db, ids, 'lead.note', '', by);
}

const noted = (
  db: Database,
  ids: readonly string[],
  action: AuditAction,
  detail: string,
  { actor, now }: By,
) =>
  audit(
    db,
    now,
    ids.map((subject) => ({ actor, action, subject, detail })),
  );
