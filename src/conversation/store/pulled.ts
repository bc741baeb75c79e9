// Messages of channels that are pulled (the web page): they wait in the outbox to be looked at, and are seen when the person writes again.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import type { Channel, Reply } from '../message.ts';
import { readReply } from './outbox.ts';

/** What waits, in full, by turn. */
export async function pendingByTurn(
  db: Database,
  vault: Vault,
  conversationId: string,
): Promise<Map<string, Reply[]>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['turn_id', 'body_sealed'])
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'pending')
    .orderBy('seq')
    .execute();
  const byTurn = new Map<string, Reply[]>();
  for (const row of rows) {
    if (row.body_sealed === null || row.turn_id === null) continue;
    const reply = readReply(vault, row.body_sealed);
    if (reply) byTurn.set(row.turn_id, [...(byTurn.get(row.turn_id) ?? []), reply]);
  }
  return byTurn;
}

/** The person wrote again: what waited has been seen. */
export async function acknowledge(
  db: Database,
  conversationIds: readonly string[],
  pulled: readonly Channel[],
  at: string,
): Promise<void> {
  if (conversationIds.length === 0 || pulled.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ status: 'sent', body_sealed: null, done_at: at })
    .where('conversation_id', 'in', [...conversationIds])
    .where('channel', 'in', [...pulled])
    .where('status', '=', 'pending')
    .execute();
}
