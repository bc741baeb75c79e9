// Questions the bot could not answer as the desk lists and counts them, with what staff wrote to settle them.
import type { Database } from '../../database/open.ts';
import type { GapTable } from '../../database/tables.ts';
import { plainText } from '../message.ts';
import { readReplies } from './turns.ts';

/** `answer`: what staff wrote as they settled it, where that is kept. */
export type ListedGap = GapTable & { channel: string; answer: string | undefined };

/** The latest first; of open ones those that are awaited before all others. */
export async function listGaps(db: Database, status: string, limit: number): Promise<ListedGap[]> {
  const rows = await db
    .selectFrom('gap')
    .innerJoin('conversation', 'conversation.id', 'gap.conversation_id')
    .innerJoin('identity', 'identity.id', 'conversation.identity_id')
    .selectAll('gap')
    .select((e) => [
      'identity.channel',
      e
        .selectFrom('turn')
        .select('turn.replies')
        .whereRef('turn.conversation_id', '=', 'gap.conversation_id')
        .whereRef('turn.staff_id', '=', 'gap.status_by')
        .whereRef('turn.at', '=', 'gap.status_at')
        .limit(1)
        .as('answer'),
    ])
    .where('gap.status', '=', status)
    .where('gap.question', '!=', '')
    .$if(status === 'open', (open) => open.orderBy('gap.wants_reply', 'desc'))
    .orderBy('gap.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    ...r,
    answer: (r.answer && readReplies(r.answer).map(plainText).join('\n')) || undefined,
  }));
}

export const countOpenGaps = (db: Database): Promise<number> => countGaps(db, 'open');

export async function countGaps(db: Database, status: string): Promise<number> {
  const row = await db
    .selectFrom('gap')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('status', '=', status)
    .where('question', '!=', '')
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
