// Talks past their time: everything said in them goes, and who it was with, but not while a lead of theirs is kept.
import type { Database } from '../../database/open.ts';
import { holdGaps } from './hold-gaps.ts';

/** `next`: where to go on; undefined after the last. */
export type Erased = { count: number; next: string | undefined };

/** Looks at up to `most` talks behind `after` that ended in a time, and erases what is left of them. */
export async function eraseOldTalks(
  trx: Database,
  { from, limit }: { from: string; limit: string },
  after: string,
  most: number,
): Promise<Erased> {
  const old = await trx
    .selectFrom('conversation')
    .select(['id', 'identity_id'])
    .where('id', '>', after)
    .where('updated_at', '>=', from)
    .where('updated_at', '<', limit)
    .orderBy('id')
    .limit(most)
    .execute();
  if (old.length === 0) return { count: 0, next: undefined };
  const [kept, said] = await Promise.all([
    withLead(
      trx,
      old.map((c) => c.identity_id),
    ),
    withTurn(
      trx,
      old.map((c) => c.id),
    ),
  ]);
  const over = old.filter((c) => !kept.has(c.identity_id)).map((c) => c.id);
  const gone = await forget(trx, over, limit);
  const ids = [...new Set([...gone, ...said])];
  if (ids.length > 0) await eraseSaid(trx, ids);
  return { count: ids.length, next: old.length === most ? old.at(-1)?.id : undefined };
}

/** "Thông tin của tôi" must find whoever has a lead. */
async function withLead(trx: Database, identityIds: readonly string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('lead')
    .select('identity_id')
    .where('identity_id', 'in', [...identityIds])
    .where('erased_at', 'is', null)
    .execute();
  return new Set(rows.map((r) => r.identity_id));
}

async function withTurn(trx: Database, conversationIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('turn')
    .select('conversation_id')
    .distinct()
    .where('conversation_id', 'in', [...conversationIds])
    .execute();
  return rows.map((r) => r.conversation_id);
}

async function forget(trx: Database, conversationIds: readonly string[], limit: string): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const gone = await trx
    .deleteFrom('conversation')
    .where('id', 'in', [...conversationIds])
    // Asked once more: PostgreSQL may have waited for somebody who wrote just now.
    .where('updated_at', '<', limit)
    .returning(['id', 'identity_id'])
    .execute();
  const identityIds = gone.map((c) => c.identity_id);
  if (gone.length > 0) await trx.deleteFrom('identity').where('id', 'in', identityIds).execute();
  return gone.map((c) => c.id);
}

async function eraseSaid(trx: Database, conversationIds: readonly string[]): Promise<void> {
  const ids = [...conversationIds];
  await trx.deleteFrom('turn').where('conversation_id', 'in', ids).execute();
  await holdGaps(trx, { conversationIds: ids });
  await trx
    .updateTable('gap')
    .set({ question: '', folded: '', wants_reply: 0 })
    .where('conversation_id', 'in', ids)
    .execute();
  await trx.deleteFrom('outbox').where('conversation_id', 'in', ids).execute();
}
