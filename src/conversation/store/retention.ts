// Keeps the promise of the notice: what is past its time is erased, counted and noted in the audit log.
import type { Kysely } from 'kysely';
import { audit } from '../../database/audit.ts';
import type { Tables } from '../../database/tables.ts';
import { daysBefore, monthsBefore, retentionRules } from '../../leads/retention.ts';
import { eraseLeads } from '../../leads/store/write.ts';
import { keepMonths } from '../world.ts';

export type RetentionReport = {
  inbound: number;
  talks: number;
  drafts: number;
  leads: number;
  outbox: number;
  staff: number;
};

/** Erases in one transaction; running it again at once finds nothing. */
export async function runRetention(db: Kysely<Tables>, now: Date): Promise<RetentionReport> {
  return db.transaction().execute(async (trx) => {
    const inbound = await trx
      .deleteFrom('inbound')
      .where('received_at', '<', daysBefore(now, retentionRules.inboundDays))
      .executeTakeFirst();
    const talks = await eraseOldTalks(trx, monthsBefore(now, keepMonths.talk));
    const drafts = await trx
      .updateTable('conversation')
      .set({ state_sealed: null })
      .where('updated_at', '<', daysBefore(now, retentionRules.draftDays))
      .where('state_sealed', 'is not', null)
      .executeTakeFirst();
    const leads = await trx
      .selectFrom('lead')
      .select('id')
      .where('erased_at', 'is', null)
      .where('updated_at', '<', monthsBefore(now, keepMonths.lead))
      .execute();
    await eraseLeads(
      trx,
      leads.map((l) => l.id),
      now,
    );
    const outbox = await trx
      .updateTable('outbox')
      .set({ status: 'sent', body_sealed: null, done_at: now.toISOString() })
      .where('channel', 'in', ['web', 'console'])
      .where('status', '=', 'pending')
      .where('created_at', '<', daysBefore(now, retentionRules.pulledDays))
      .executeTakeFirst();
    const at = now.toISOString();
    const sessions = await trx.deleteFrom('staff_session').where('expires_at', '<', at).executeTakeFirst();
    const links = await trx.deleteFrom('staff_link').where('expires_at', '<', at).executeTakeFirst();
    const attempts = await trx
      .deleteFrom('attempt')
      .where('at', '<', daysBefore(now, retentionRules.attemptDays))
      .executeTakeFirst();
    const report: RetentionReport = {
      inbound: Number(inbound.numDeletedRows),
      talks,
      drafts: Number(drafts.numUpdatedRows),
      leads: leads.length,
      outbox: Number(outbox.numUpdatedRows),
      staff: Number(sessions.numDeletedRows + links.numDeletedRows + attempts.numDeletedRows),
    };
    const any = Object.values(report).some((n) => n > 0);
    if (any)
      await audit(trx, now, {
        actor: 'system',
        action: 'retention',
        subject: 'all',
        detail: JSON.stringify(report),
      });
    return report;
  });
}

/**
 * Everything said in talks that ended before `limit`; returns how many. Who it was with goes too, but not while a lead of
 * theirs is kept: "thông tin của tôi" must find it.
 */
async function eraseOldTalks(trx: Kysely<Tables>, limit: string): Promise<number> {
  const old = trx
    .selectFrom('conversation')
    .select('conversation.id')
    .where('conversation.updated_at', '<', limit);
  const said = await old
    .where((e) =>
      e.exists(
        e.selectFrom('turn').select('turn.id').whereRef('turn.conversation_id', '=', 'conversation.id'),
      ),
    )
    .execute();
  const over = await old
    .select('conversation.identity_id')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('lead')
            .select('lead.id')
            .whereRef('lead.identity_id', '=', 'conversation.identity_id')
            .where('lead.erased_at', 'is', null),
        ),
      ),
    )
    .execute();
  const ids = [...new Set([...said, ...over].map((c) => c.id))];
  for (const some of inParts(ids)) {
    await trx.deleteFrom('turn').where('conversation_id', 'in', some).execute();
    await trx
      .updateTable('gap')
      .set({ question: '', folded: '', wants_reply: 0 })
      .where('conversation_id', 'in', some)
      .execute();
    await trx.deleteFrom('outbox').where('conversation_id', 'in', some).execute();
  }
  for (const some of inParts(over)) {
    await trx
      .deleteFrom('conversation')
      .where(
        'id',
        'in',
        some.map((c) => c.id),
      )
      .execute();
    await trx
      .deleteFrom('identity')
      .where(
        'id',
        'in',
        some.map((c) => c.identity_id),
      )
      .execute();
  }
  return ids.length;
}

/** Databases take only so many values in one statement. */
const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 500) }, (_, i) => all.slice(i * 500, (i + 1) * 500));
