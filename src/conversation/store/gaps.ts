// Questions the bot could not answer: kept with their nearest card, marked when the asker wants to hear later.
import type { Database } from '../../database/open.ts';
import { fold } from '../../language/fold.ts';

export type NewGap = {
  id: string;
  conversationId: string;
  turnId: string;
  at: string;
  question: string;
  nearest: string | null;
  reason: string;
  wantsReply: boolean;
};

export async function addGaps(db: Database, gaps: readonly NewGap[]): Promise<void> {
  if (gaps.length === 0) return;
  await db
    .insertInto('gap')
    .values(
      gaps.map(
        (g) =>
          ({
            id: g.id,
            conversation_id: g.conversationId,
            turn_id: g.turnId,
            at: g.at,
            question: g.question,
            folded: fold(g.question),
            nearest: g.nearest,
            reason: g.reason,
            wants_reply: g.wantsReply ? 1 : 0,
            status: 'open',
            status_by: null,
            status_at: null,
          }) as const,
      ),
    )
    .execute();
}

/** Only the asker's own gap can be marked. */
export async function wantReply(db: Database, gapId: string, conversationId: string): Promise<void> {
  await db
    .updateTable('gap')
    .set({ wants_reply: 1 })
    .where('id', '=', gapId)
    .where('conversation_id', '=', conversationId)
    .execute();
}
