// Which inbound messages were handled: the exactly-once mark, written in the turn's transaction.
import { inOrder } from '../../database/in-order.ts';
import type { Database } from '../../database/open.ts';

export type MessageKey = { channel: string; address: string; messageId: string };
export const messageKey = (m: MessageKey): string => `${m.channel}\n${m.address}\n${m.messageId}`;

/** Marks the messages as handled; returns the keys that were new. A key met twice in one call is new once. */
export async function markInbound(
  db: Database,
  messages: readonly MessageKey[],
  at: string,
): Promise<Set<string>> {
  const once = new Map(inOrder(messages, messageKey).map((m) => [messageKey(m), m]));
  const rows = await db
    .insertInto('inbound')
    .values(
      [...once.values()].map((m) => ({
        channel: m.channel,
        address: m.address,
        message_id: m.messageId,
        received_at: at,
      })),
    )
    .onConflict((c) => c.columns(['channel', 'address', 'message_id']).doNothing())
    .returning(['channel', 'address', 'message_id'])
    .execute();
  return new Set(
    rows.map((r) => messageKey({ channel: r.channel, address: r.address, messageId: r.message_id })),
  );
}
