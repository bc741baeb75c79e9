// A person's own talk for a page: masked turns, with what they have not yet acknowledged shown in full.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import type { Channel, Reply } from '../message.ts';
import { findConversation } from './people.ts';
import { pendingByTurn } from './pulled.ts';
import { recentTurns } from './turns.ts';

/** `said` null when staff began it. */
export type ShownTurn = {
  id: string;
  at: string;
  said: string | null;
  replies: readonly Reply[];
  fromStaff: boolean;
};

export async function talkShown(
  db: Database,
  vault: Vault,
  who: { channel: Channel; address: string },
  limit: number,
): Promise<ShownTurn[]> {
  const talk = await findConversation(db, who);
  if (!talk) return [];
  const [turns, pending] = await Promise.all([
    recentTurns(db, talk.conversationId, limit),
    pendingByTurn(db, vault, talk.conversationId),
  ]);
  return turns
    .map((t) => ({
      id: t.id,
      at: t.at,
      said: t.said || null,
      replies: pending.get(t.id) ?? t.replies,
      fromStaff: t.staffId !== null,
    }))
    .filter((t) => t.said !== null || t.replies.length > 0);
}

/** Whether an answer was promised in the talk and is still to come: to a question kept for later, or by staff who have it. */
export async function talkAwaits(
  db: Database,
  who: { channel: Channel; address: string },
  now: Date,
): Promise<boolean> {
  const awaiting = await db
    .selectFrom('identity')
    .innerJoin('conversation', 'conversation.identity_id', 'identity.id')
    .leftJoin('gap', (join) =>
      join
        .onRef('gap.conversation_id', '=', 'conversation.id')
        .on('gap.status', '=', 'open')
        .on('gap.wants_reply', '=', 1)
        .on('gap.question', '!=', ''),
    )
    .select('conversation.id')
    .where('identity.channel', '=', who.channel)
    .where('identity.address', '=', who.address)
    .where((e) => e.or([e('gap.id', 'is not', null), e('conversation.staff_until', '>', now.toISOString())]))
    .limit(1)
    .executeTakeFirst();
  return awaiting !== undefined;
}

/** Changes with every turn and every message of the talk; "" for nobody. */
export async function talkVersion(db: Database, who: { channel: Channel; address: string }): Promise<string> {
  const row = await db
    .selectFrom('identity')
    .innerJoin('conversation', 'conversation.identity_id', 'identity.id')
    .select('conversation.last_seq')
    .where('identity.channel', '=', who.channel)
    .where('identity.address', '=', who.address)
    .executeTakeFirst();
  return row ? String(row.last_seq) : '';
}
