// The audit log: who did what to what, written in the transaction of the change, never with personal data in it.
import { randomUUID } from 'node:crypto';
import type { Database } from './open.ts';

/** All that is ever written down; the desk has words for each. */
export const auditActions = [
  'lead.created',
  'lead.changed',
  'lead.status',
  'lead.assigned',
  'lead.note',
  'lead.call-back',
  'lead.grouped',
  'lead.ungrouped',
  'lead.viewed',
  'lead.exported',
  'gap.answered',
  'gap.done',
  'gap.ignored',
  'gap.reopened',
  'talk.said',
  'talk.taken-over',
  'talk.given-back',
  'account.invited',
  'account.added',
  'account.changed',
  'account.reset',
  'account.password',
  'account.telegram-linked',
  'account.telegram-unlinked',
  'operator.facts',
  'person.erased',
  'retention',
  'outbox.dropped',
  'database.restored',
] as const;
export type AuditAction = (typeof auditActions)[number];
type AuditEntry = { actor: string; action: AuditAction; subject: string; detail?: string };

/** `actor` is an account id, "person" or "system"; `detail` holds ids and values of closed lists only. */
export async function audit(
  db: Database,
  now: Date,
  entries: AuditEntry | readonly AuditEntry[],
): Promise<void> {
  const rows = (Array.isArray(entries) ? entries : [entries]) as readonly AuditEntry[];
  if (rows.length === 0) return;
  const at = now.toISOString();
  await db
    .insertInto('audit')
    .values(
      rows.map((e) => ({
        id: randomUUID(),
        at,
        actor: e.actor,
        action: e.action,
        subject: e.subject,
        detail: e.detail ?? '',
      })),
    )
    .execute();
}
