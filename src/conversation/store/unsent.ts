// What did not go out, or not yet, and why: for the desk and the metrics, without a word of what it said.
import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../database/open.ts';
import type { Channel } from '../message.ts';

export type Unsent = {
  conversationId: string;
  channel: string;
  /** `pending`: tried without success, to be tried again. */
  status: string;
  createdAt: string;
  nextAt: string;
  reason: string;
};

/** Written out: an index of these rows alone serves no question whose values come later. */
const givenUp = sql<SqlBool>`status in ('failed', 'dropped')`;

/** Newest first: everything given up since a moment, and everything that was tried and still waits. */
export async function listUnsent(db: Database, since: string, limit: number): Promise<Unsent[]> {
  const all = db
    .selectFrom('outbox')
    .select(['conversation_id', 'channel', 'status', 'created_at', 'next_at', 'reason'])
    .orderBy('created_at', 'desc')
    .limit(limit);
  const [over, waiting] = await Promise.all([
    all.where(givenUp).where('created_at', '>=', since).execute(),
    all.where('status', '=', 'pending').where('attempts', '>', 0).execute(),
  ]);
  return [...waiting, ...over].slice(0, limit).map((r) => ({
    conversationId: r.conversation_id,
    channel: r.channel,
    status: r.status,
    createdAt: r.created_at,
    nextAt: r.next_at,
    reason: r.reason ?? '',
  }));
}

/** How many wait to be sent, by channel. What waits in a pulled channel waits to be looked at and is not counted. */
export async function countPending(db: Database, pulled: readonly Channel[]): Promise<Map<Channel, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['channel', (e) => e.fn.countAll<number>().as('n')])
    .where('status', '=', 'pending')
    .where('channel', 'not in', pulled)
    .groupBy('channel')
    .execute();
  return new Map(rows.map((r) => [r.channel as Channel, Number(r.n)]));
}
