// What staff do with a lead: status with a reason, assignment, a day to call back, a note, saved together; each with its history and audit line.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Vault } from '../../database/vault.ts';
import { type LeadStatus, openStatuses } from '../lead.ts';
import { addEvents } from './events.ts';
import { sealTyped } from './typed.ts';

/** What one save may hold; absent is left as it is. A reason alone is a new result under the same status. */
export type LeadWork = {
  status?: LeadStatus;
  reason?: string;
  /** An account id; null takes the lead back from whoever has it. */
  assignedTo?: string | null;
  note?: string;
  /** YYYY-MM-DD; null takes the promise back. */
  callBackOn?: string | null;
};
/** `seen` is the `updatedAt` the person had before their eyes. */
type By = { actor: string; seen: string; now: Date };
/** `gone`: there is no such lead, or its person has erased it. */
export type Worked = 'done' | 'changed-meanwhile' | 'gone';

/** All of it or nothing. A note is added whatever others did meanwhile; a status or an assignment only to what was seen. */
export function workOn(db: Database, vault: Vault, id: string, work: LeadWork, by: By): Promise<Worked> {
  return inTransaction(db, async (trx) => {
    const lead = await held(trx, id);
    if (!lead) return 'gone';
    const moves = work.status !== undefined || work.reason !== undefined;
    const assigns = work.assignedTo !== undefined;
    const callBackOn = callBackAfter(work, lead);
    const promises = callBackOn !== lead.call_back_on;
    const changes = moves || assigns || promises;
    if (changes && lead.updated_at !== by.seen) return 'changed-meanwhile';
    const at = by.now.toISOString();
    const to = work.status ?? lead.status;
    if (changes)
      await trx
        .updateTable('lead')
        .set({
          ...(moves ? { status: to, ...sealTyped(vault, 'status_reason', work.reason) } : {}),
          ...(assigns ? { assigned_to: work.assignedTo ?? null } : {}),
          call_back_on: callBackOn,
          updated_at: at,
        })
        .where('id', '=', id)
        .execute();
    const done: Done[] = [
      ...(moves
        ? [
            {
              kind: 'status' as const,
              from: lead.status,
              to,
              body: work.reason,
              told: `${lead.status} → ${to}`,
            },
          ]
        : []),
      ...(assigns
        ? [{ kind: 'assigned' as const, to: work.assignedTo ?? '', told: work.assignedTo ?? 'nobody' }]
        : []),
      ...(promises
        ? [
            {
              kind: 'call-back' as const,
              from: lead.call_back_on ?? '',
              to: callBackOn ?? '',
              // Not the day: the audit log outlives what a person erases.
              told: callBackOn === null ? 'none' : lead.call_back_on === null ? 'set' : 'moved',
            },
          ]
        : []),
      ...(work.note ? [{ kind: 'note' as const, body: work.note }] : []),
    ];
    await tell(trx, vault, id, done, by);
    return 'done';
  });
}

/** Nobody is called again about what is finished. */
function callBackAfter(work: LeadWork, lead: { call_back_on: string | null }): string | null {
  if (work.status && !openStatuses.includes(work.status)) return null;
  return work.callBackOn === undefined ? lead.call_back_on : work.callBackOn;
}

/** The lead with its row held till the end: an erasure at the same time waits, and takes what is written now with it. */
const held = (db: Database, id: string) =>
  db
    .updateTable('lead')
    .set((e) => ({ updated_at: e.ref('updated_at') }))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .returning(['status', 'call_back_on', 'updated_at'])
    .executeTakeFirst();

/** `body` goes sealed into the history; `told` into the audit log, which holds nothing personal. */
type Done = {
  kind: 'status' | 'assigned' | 'note' | 'call-back';
  from?: string;
  to?: string;
  body?: string | undefined;
  told?: string;
};

async function tell(
  db: Database,
  vault: Vault,
  leadId: string,
  done: readonly Done[],
  by: By,
): Promise<void> {
  await addEvents(
    db,
    done.map(({ kind, from, to, body }) => ({
      leadId,
      actor: by.actor,
      kind,
      ...(from ? { from } : {}),
      ...(to === undefined ? {} : { to }),
      ...(body ? { bodySealed: vault.seal(body) } : {}),
    })),
    by.now.toISOString(),
  );
  await audit(
    db,
    by.now,
    done.map((d) => ({
      actor: by.actor,
      action: `lead.${d.kind}` as const,
      subject: leadId,
      ...(d.told ? { detail: d.told } : {}),
    })),
  );
}

export type LeadEvent = {
  at: string;
  actor: string;
  kind: string;
  from: string | null;
  to: string | null;
  body: string | null;
};

export async function historyOf(db: Database, vault: Vault, leadId: string): Promise<LeadEvent[]> {
  const rows = await db
    .selectFrom('lead_event')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('at', 'desc')
    .orderBy('kind')
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
