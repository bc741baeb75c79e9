// Open questions settled by staff, many at once or with the words they write in a talk; found again by who did it when, and put back.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { holdGaps } from './hold-gaps.ts';

export type By = { accountId: string; now: Date };

/** Marks many at once; returns how many were still open. */
export async function settleGaps(
  db: Database,
  ids: readonly string[],
  status: 'ignored' | 'done',
  by: By,
): Promise<number> {
  if (ids.length === 0) return 0;
  return db.transaction().execute(async (trx) => {
    await holdGaps(trx, { ids });
    const done = await trx
      .updateTable('gap')
      .set({ status, status_by: by.accountId, status_at: by.now.toISOString() })
      .where('id', 'in', [...ids])
      .where('status', '=', 'open')
      .executeTakeFirst();
    const count = Number(done.numUpdatedRows);
    if (count > 0)
      await audit(trx, by.now, {
        actor: by.accountId,
        action: `gap.${status}`,
        subject: 'gaps',
        detail: `${count}`,
      });
    return count;
  });
}

/** Of these questions, those that are of the talk and still open; returns their ids. The caller writes the audit line. */
export async function answerInTalk(
  trx: Database,
  conversationId: string,
  ids: readonly string[],
  by: By,
): Promise<string[]> {
  if (ids.length === 0) return [];
  await holdGaps(trx, { ids });
  const rows = await trx
    .updateTable('gap')
    .set({ status: 'answered', status_by: by.accountId, status_at: by.now.toISOString() })
    .where('id', 'in', [...ids])
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'open')
    .returning('id')
    .execute();
  return rows.map((r) => r.id);
}

export type TalkGap = { id: string; at: string; question: string; awaited: boolean };

/** The open questions of one talk, latest first. */
export async function openGapsOf(db: Database, conversationId: string, limit: number): Promise<TalkGap[]> {
  const rows = await db
    .selectFrom('gap')
    .select(['id', 'at', 'question', 'wants_reply'])
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'open')
    .where('question', '!=', '')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ wants_reply, ...gap }) => ({ ...gap, awaited: wants_reply === 1 }));
}

/** Of these questions those still open, by their talk. */
export async function openByTalk(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('gap')
    .select(['id', 'conversation_id'])
    .where('id', 'in', [...ids])
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
  const talks = Map.groupBy(rows, (r) => r.conversation_id);
  return new Map([...talks].map(([talk, gaps]) => [talk, gaps.map((g) => g.id)]));
}

export type SettledGap = { id: string; question: string; status: string };

/** What somebody settled at one moment, as long as it has not been put back or erased. */
export async function settledAt(db: Database, accountId: string, at: string): Promise<SettledGap[]> {
  return db
    .selectFrom('gap')
    .select(['id', 'question', 'status'])
    .where('status', '!=', 'open')
    .where('status_by', '=', accountId)
    .where('status_at', '=', at)
    .where('question', '!=', '')
    .orderBy('at', 'desc')
    .execute();
}

/** Puts settled questions back among the open ones; one whose words were erased stays where it is. Returns how many. */
export async function reopenGaps(db: Database, ids: readonly string[], by: By): Promise<number> {
  if (ids.length === 0) return 0;
  return db.transaction().execute(async (trx) => {
    await holdGaps(trx, { ids });
    const back = await trx
      .updateTable('gap')
      .set({ status: 'open', status_by: null, status_at: null })
      .where('id', 'in', [...ids])
      .where('status', '!=', 'open')
      .where('question', '!=', '')
      .returning('id')
      .execute();
    const [only] = back;
    if (only)
      await audit(trx, by.now, {
        actor: by.accountId,
        action: 'gap.reopened',
        subject: back.length === 1 ? only.id : 'gaps',
        detail: `${back.length}`,
      });
    return back.length;
  });
}
