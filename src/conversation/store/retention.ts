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
    const old = await trx
      .selectFrom('conversation')
      .select('id')
      .where('updated_at', '<', monthsBefore(now, keepMonths.talk))
      .execute();
    const ids = old.map((c) => c.id);
    if (ids.length > 0) {
      await trx.deleteFrom('turn').where('conversation_id', 'in', ids).execute();
      await trx
        .updateTable('gap')
        .set({ question: '', folded: '', wants_reply: 0 })
        .where('conversation_id', 'in', ids)
        .execute();
      await trx.deleteFrom('outbox').where('conversation_id', 'in', ids).execute();
    }
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
      talks: ids.length,
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
