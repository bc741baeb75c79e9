// The audit log read back: a page of it by who and what, and what its lines were done to.
import type { Database } from '../../database/open.ts';
import type { AuditTable } from '../../database/tables.ts';

export const notStaff = ['person', 'system'] as const;
type AuditFilter = {
  /** An account id, "person" or "system"; "staff" for every account and neither of the two. */
  actor?: string | undefined;
  actions?: readonly string[] | undefined;
};

/** Newest first. */
export async function listAudit(
  db: Database,
  filter: AuditFilter,
  page: { limit: number; offset: number },
): Promise<AuditTable[]> {
  return matching(db, filter)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countAudit(db: Database, filter: AuditFilter): Promise<number> {
  const row = await matching(db, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

function matching(db: Database, { actor, actions }: AuditFilter) {
  let query = db.selectFrom('audit');
  if (actor === 'staff') query = query.where('actor', 'not in', [...notStaff]);
  else if (actor) query = query.where('actor', '=', actor);
  return actions ? query.where('action', 'in', [...actions]) : query;
}

export type Subject =
  | { kind: 'lead'; code: string }
  | { kind: 'talk'; conversationId: string; channel: string };

/** By the id that a line names: a lead with its code, or the talk itself or the one where the question was asked. */
export async function subjectsOf(db: Database, lines: readonly AuditTable[]): Promise<Map<string, Subject>> {
  const ids = [...new Set(lines.map((l) => l.subject))];
  if (ids.length === 0) return new Map();
  const [leads, talks, gaps] = await Promise.all([
    db.selectFrom('lead').select(['id', 'code']).where('id', 'in', ids).execute(),
    db
      .selectFrom('conversation')
      .innerJoin('identity', 'identity.id', 'conversation.identity_id')
      .select(['conversation.id', 'conversation.id as talk', 'identity.channel'])
      .where('conversation.id', 'in', ids)
      .execute(),
    db
      .selectFrom('gap')
      .innerJoin('conversation', 'conversation.id', 'gap.conversation_id')
      .innerJoin('identity', 'identity.id', 'conversation.identity_id')
      .select(['gap.id', 'conversation.id as talk', 'identity.channel'])
      .where('gap.id', 'in', ids)
      .execute(),
  ]);
  return new Map<string, Subject>([
    ...leads.map((l) => [l.id, { kind: 'lead', code: l.code }] as const),
    ...[...talks, ...gaps].map(
      (t) => [t.id, { kind: 'talk', conversationId: t.talk, channel: t.channel }] as const,
    ),
  ]);
}
