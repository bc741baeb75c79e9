// Messages waiting to go out: queued in the turn's transaction, claimed by one sender at a time, erased once sent. What a pulled channel shows is in pulled.ts.
import { sql } from 'kysely';
import type { Database, Kind } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { type Channel, Reply } from '../message.ts';

export type NewMessage = {
  id: string;
  conversationId: string;
  identityId: string;
  channel: Channel;
  seq: number;
  /** null for what belongs to no turn. */
  turnId: string | null;
  reply: Reply;
};
export type Due = {
  id: string;
  conversationId: string;
  identityId: string;
  channel: Channel;
  address: string;
  /** undefined when what was stored cannot be read any more. */
  reply: Reply | undefined;
  attempts: number;
  /** An earlier try got no answer. */
  maybeSent: boolean;
  createdAt: string;
  /** When the person last wrote, ISO. */
  seenAt: string;
};

export async function queue(
  db: Database,
  vault: Vault,
  messages: readonly NewMessage[],
  at: string,
): Promise<void> {
  if (messages.length === 0) return;
  await db
    .insertInto('outbox')
    .values(
      messages.map((m) => ({
        id: m.id,
        conversation_id: m.conversationId,
        identity_id: m.identityId,
        channel: m.channel,
        seq: m.seq,
        turn_id: m.turnId,
        body_sealed: vault.seal(JSON.stringify(m.reply)),
        status: 'pending',
        attempts: 0,
        next_at: at,
        claimed_until: null,
        created_at: at,
        done_at: null,
        reason: null,
        maybe_sent: 0,
        tried_at: null,
      })),
    )
    .execute();
}

/**
 * Claims the first waiting message of up to `limit` talks whose turn it is. A later message of a talk is never claimed
 * before an earlier one is done. With PostgreSQL rows another process holds are skipped. What was put off, or claimed,
 * in the future was so before the clock was set back, and is not believed; a moment after `now` was read is no such time.
 */
export async function claimDue(
  db: Database,
  vault: Vault,
  options: {
    channels: readonly Channel[];
    now: Date;
    limit: number;
    claimMs: number;
    kind: Kind;
  },
): Promise<Due[]> {
  const now = options.now.toISOString();
  const until = new Date(options.now.getTime() + options.claimMs).toISOString();
  const furthestClaim = new Date(options.now.getTime() + 2 * options.claimMs).toISOString();
  const skip = options.kind === 'postgres' ? sql`for update of o skip locked` : sql``;
  const channels = sql.join(options.channels.map((c) => sql.lit(c)));
  const rows = await db.transaction().execute(async (trx) => {
    const picked = await sql<{ id: string }>`
      select o.id from outbox o
      where o.status = 'pending' and o.channel in (${channels})
        and (o.next_at <= ${now} or o.attempts = 0 or o.tried_at > ${until})
        and (o.claimed_until is null or o.claimed_until <= ${now} or o.claimed_until > ${furthestClaim})
        and not exists (select 1 from outbox e where e.conversation_id = o.conversation_id and e.status = 'pending' and e.seq < o.seq)
      order by o.next_at, o.seq limit ${options.limit} ${skip}`.execute(trx);
    const ids = picked.rows.map((r) => r.id);
    if (ids.length === 0) return [];
    await trx.updateTable('outbox').set({ claimed_until: until }).where('id', 'in', ids).execute();
    return trx
      .selectFrom('outbox')
      .innerJoin('identity', 'identity.id', 'outbox.identity_id')
      .selectAll('outbox')
      .select(['identity.address', 'identity.seen_at'])
      .where('outbox.id', 'in', ids)
      .execute();
  });
  return rows.flatMap((r) => {
    if (r.body_sealed === null) return [];
    return [
      {
        id: r.id,
        conversationId: r.conversation_id,
        identityId: r.identity_id,
        channel: r.channel as Channel,
        address: r.address,
        reply: readReply(vault, r.body_sealed),
        attempts: r.attempts,
        maybeSent: r.maybe_sent === 1,
        createdAt: r.created_at,
        seenAt: r.seen_at,
      },
    ];
  });
}

/** One row that cannot be read must not hold up the others. */
export function readReply(vault: Vault, sealed: string): Reply | undefined {
  try {
    return Reply.parse(JSON.parse(vault.unseal(sealed)));
  } catch {
    return undefined;
  }
}

/** Done: sent or given up. The body is erased either way. */
export async function finishMessages(
  db: Database,
  ids: readonly string[],
  status: 'sent' | 'failed' | 'dropped',
  now: Date,
  reason: string | null = null,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ status, body_sealed: null, claimed_until: null, done_at: now.toISOString(), reason })
    .where('id', 'in', [...ids])
    .execute();
}

export async function postpone(
  db: Database,
  message: Pick<Due, 'id' | 'attempts' | 'maybeSent'>,
  tried: { now: Date; waitMs: number; reason: string },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      attempts: message.attempts + 1,
      next_at: new Date(tried.now.getTime() + tried.waitMs).toISOString(),
      claimed_until: null,
      reason: tried.reason,
      maybe_sent: message.maybeSent ? 1 : 0,
      tried_at: tried.now.toISOString(),
    })
    .where('id', '=', message.id)
    .execute();
}

/**
 * The person blocked us: nothing more is tried, what waits is dropped. Who has written since the message was claimed
 * (`seenAt` is then another) has come back: only that message is dropped.
 */
export async function markBlocked(
  db: Database,
  message: Pick<Due, 'id' | 'identityId' | 'seenAt'>,
  now: Date,
  reason: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await finishMessages(trx, [message.id], 'dropped', now, reason);
    const left = await trx
      .updateTable('identity')
      .set({ blocked: 1 })
      .where('id', '=', message.identityId)
      .where('seen_at', '=', message.seenAt)
      .executeTakeFirst();
    if (left.numUpdatedRows === 0n) return;
    await trx
      .updateTable('outbox')
      .set({ status: 'dropped', body_sealed: null, claimed_until: null, done_at: now.toISOString(), reason })
      .where('identity_id', '=', message.identityId)
      .where('status', '=', 'pending')
      .execute();
  });
}
