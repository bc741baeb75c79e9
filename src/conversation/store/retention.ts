// Keeps the promise of the notice: what is past its time is erased, counted and noted in the audit log.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { daysBefore, monthsBefore, retentionRules } from '../../leads/retention.ts';
import { eraseLeads } from '../../leads/store/write.ts';
import { pulled } from '../message.ts';
import { keepMonths } from '../world.ts';
import { type Erased, eraseOldTalks } from './old-talks.ts';
import { believedClock, misdatedLeads } from './retention-clock.ts';

export type RetentionReport = {
  inbound: number;
  talks: number;
  drafts: number;
  leads: number;
  outbox: number;
  staff: number;
};
/** `doubt`: why the clock is not believed; the promise is then kept later. */
export type Retention = RetentionReport & { doubt?: string };
/** `from`: what is dated before it was written by a wrong clock. */
type Span = { now: Date; from: string };
/** Erases some of what is past its time, from `after` on. */
type Step = (trx: Database, span: Span, after: string) => Promise<Erased>;

/** Rows looked at in one transaction: what people write meanwhile waits for no longer than that takes. */
const atOnce = 500;

/** Leads before talks: who has no lead left is forgotten with their talk. */
const steps: [keyof RetentionReport, Step][] = [
  ['inbound', eraseInbound],
  ['leads', eraseOldLeads],
  [
    'talks',
    (trx, { now, from }, after) => {
      const limit = monthsBefore(now, keepMonths.talk);
      return eraseOldTalks(trx, { from, limit }, after, atOnce);
    },
  ],
  ['drafts', eraseDrafts],
  ['outbox', settlePulled],
  ['staff', eraseStaffTraces],
];

/** Many short transactions, each with its line in the audit log; running it again at once finds nothing. A clock that leapt erases nothing. */
export async function runRetention(db: Database, now: Date): Promise<Retention> {
  const report: RetentionReport = { inbound: 0, talks: 0, drafts: 0, leads: 0, outbox: 0, staff: 0 };
  const { from, leapt } = await believedClock(db, now);
  if (leapt) return { ...report, doubt: 'the clock has leapt; nothing is erased for a week' };
  for (const [kind, step] of steps)
    for (let after: string | undefined = ''; after !== undefined; ) {
      const behind: string = after;
      const { count, next }: Erased = await db.transaction().execute(async (trx) => {
        const erased = await step(trx, { now, from }, behind);
        const detail = JSON.stringify({ [kind]: erased.count });
        if (erased.count > 0)
          await audit(trx, now, { actor: 'system', action: 'retention', subject: 'all', detail });
        return erased;
      });
      report[kind] += count;
      after = next;
      // SQLite works without a pause: others get their turn between two transactions.
      await new Promise((others) => setImmediate(others));
    }
  const misdated = await misdatedLeads(db, from);
  return misdated === 0
    ? report
    : { ...report, doubt: `${misdated} leads are dated before this database began and are kept` };
}

/** For steps that begin anew each time: what was found is past finding. */
const erased = (count: number): Erased => ({ count, next: count === atOnce ? '' : undefined });
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((r) => r.id);

async function eraseInbound(trx: Database, { now }: Span): Promise<Erased> {
  const old = await trx
    .selectFrom('inbound')
    .select(['channel', 'address', 'message_id'])
    .where('received_at', '<', daysBefore(now, retentionRules.inboundDays))
    .limit(atOnce)
    .execute();
  if (old.length > 0)
    await trx
      .deleteFrom('inbound')
      .where((e) =>
        e(
          e.refTuple('channel', 'address', 'message_id'),
          'in',
          old.map((m) => e.tuple(m.channel, m.address, m.message_id)),
        ),
      )
      .execute();
  return erased(old.length);
}

async function eraseOldLeads(trx: Database, { now, from }: Span): Promise<Erased> {
  const old = await trx
    .selectFrom('lead')
    .select('id')
    .where('erased_at', 'is', null)
    .where('updated_at', '>=', from)
    .where('updated_at', '<', monthsBefore(now, keepMonths.lead))
    .limit(atOnce)
    .execute();
  await eraseLeads(trx, idsOf(old), now);
  return erased(old.length);
}

async function eraseDrafts(trx: Database, { now, from }: Span): Promise<Erased> {
  const old = await trx
    .selectFrom('conversation')
    .select('id')
    .where('updated_at', '>=', from)
    .where('updated_at', '<', daysBefore(now, retentionRules.draftDays))
    .where('state_sealed', 'is not', null)
    .limit(atOnce)
    .execute();
  if (old.length > 0)
    await trx.updateTable('conversation').set({ state_sealed: null }).where('id', 'in', idsOf(old)).execute();
  return erased(old.length);
}

/** On pulled channels what waited to be seen is shown masked from now on. */
async function settlePulled(trx: Database, { now }: Span): Promise<Erased> {
  const old = await trx
    .selectFrom('outbox')
    .select('id')
    .where('channel', 'in', pulled)
    .where('status', '=', 'pending')
    .where('created_at', '<', daysBefore(now, retentionRules.pulledDays))
    .limit(atOnce)
    .execute();
  if (old.length > 0)
    await trx
      .updateTable('outbox')
      .set({ status: 'sent', body_sealed: null, done_at: now.toISOString() })
      .where('id', 'in', idsOf(old))
      .execute();
  return erased(old.length);
}

async function eraseStaffTraces(trx: Database, { now }: Span): Promise<Erased> {
  const at = now.toISOString();
  const sessions = await trx.deleteFrom('staff_session').where('expires_at', '<', at).executeTakeFirst();
  const links = await trx.deleteFrom('staff_link').where('expires_at', '<', at).executeTakeFirst();
  const attempts = await trx
    .deleteFrom('attempt')
    .where('at', '<', daysBefore(now, retentionRules.attemptDays))
    .executeTakeFirst();
  // Not counted: each press of a button would be a line in the audit log.
  await trx.deleteFrom('sent_once').where('at', '<', daysBefore(now, retentionRules.sentOnceDays)).execute();
  const count = Number(sessions.numDeletedRows + links.numDeletedRows + attempts.numDeletedRows);
  return { count, next: undefined };
}
