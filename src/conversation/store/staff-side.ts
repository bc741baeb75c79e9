// The desk's side of talks: recent ones, questions unanswered, an answer sent once, taking a talk over and giving it back.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { audit } from '../../database/audit.ts';
import type { GapTable, Tables } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';
import type { Channel, Reply } from '../message.ts';
import { queue } from './outbox.ts';
import { takeSeq } from './people.ts';
import { addTurns } from './turns.ts';

type Db = Kysely<Tables>;
export type By = { accountId: string; now: Date };
export type OpenGap = GapTable & { channel: string };

export async function listGaps(db: Db, status: string, limit: number): Promise<OpenGap[]> {
  return db
    .selectFrom('gap')
    .innerJoin('conversation', 'conversation.id', 'gap.conversation_id')
    .innerJoin('identity', 'identity.id', 'conversation.identity_id')
    .selectAll('gap')
    .select('identity.channel')
    .where('gap.status', '=', status)
    .where('gap.question', '!=', '')
    .orderBy('gap.at', 'desc')
    .limit(limit)
    .execute();
}

/** Marks many at once; returns how many were still open. */
export async function settleGaps(
  db: Db,
  ids: readonly string[],
  status: 'ignored' | 'done',
  by: By,
): Promise<number> {
  if (ids.length === 0) return 0;
  return db.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable('gap')
      .set({ status, status_by: by.accountId, status_at: by.now.toISOString() })
      .where('id', 'in', [...ids])
      .where('status', '=', 'open')
      .executeTakeFirst();
    await audit(trx, by.now, {
      actor: by.accountId,
      action: `gap.${status}`,
      subject: 'gaps',
      detail: `${done.numUpdatedRows}`,
    });
    return Number(done.numUpdatedRows);
  });
}

export type SaidByStaff = 'sent' | 'already-answered' | 'unknown';

/** Writes a turn of staff and queues it. With `gapId` the question is marked answered; a second answer is refused. */
export async function sayAsStaff(
  db: Db,
  vault: Vault,
  message: { conversationId: string; replies: readonly Reply[]; gapId?: string },
  by: By,
): Promise<SaidByStaff> {
  return db.transaction().execute(async (trx) => {
    const at = by.now.toISOString();
    const talk = await trx
      .selectFrom('conversation')
      .innerJoin('identity', 'identity.id', 'conversation.identity_id')
      .select(['conversation.id', 'identity.id as identityId', 'identity.channel'])
      .where('conversation.id', '=', message.conversationId)
      .executeTakeFirst();
    if (!talk) return 'unknown';
    if (message.gapId) {
      const done = await trx
        .updateTable('gap')
        .set({ status: 'answered', status_by: by.accountId, status_at: at })
        .where('id', '=', message.gapId)
        .where('conversation_id', '=', talk.id)
        .where('status', '!=', 'answered')
        .executeTakeFirst();
      if (done.numUpdatedRows !== 1n) return 'already-answered';
    }
    const seq = await takeSeq(trx, talk.id, message.replies.length + 1, at);
    const turnId = randomUUID();
    await addTurns(trx, [
      {
        id: turnId,
        conversationId: talk.id,
        seq,
        at,
        said: null,
        replies: message.replies,
        outcome: 'handover',
        cards: [],
        staffId: by.accountId,
      },
    ]);
    const messages = message.replies.map((reply, i) => ({
      id: randomUUID(),
      conversationId: talk.id,
      identityId: talk.identityId,
      channel: talk.channel as Channel,
      seq: seq + 1 + i,
      turnId,
      reply,
    }));
    await queue(trx, vault, messages, at);
    await audit(trx, by.now, {
      actor: by.accountId,
      action: message.gapId ? 'gap.answered' : 'talk.said',
      subject: message.gapId ?? talk.id,
    });
    return 'sent';
  });
}

export async function setTakenOver(
  db: Db,
  conversationId: string,
  until: Date | null,
  by: By,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('conversation')
      .set({ staff_until: until?.toISOString() ?? null })
      .where('id', '=', conversationId)
      .execute();
    await audit(trx, by.now, {
      actor: by.accountId,
      action: until ? 'talk.taken-over' : 'talk.given-back',
      subject: conversationId,
    });
  });
}

export type TalkHead = {
  conversationId: string;
  channel: string;
  updatedAt: string;
  staffUntil: string | null;
  blocked: boolean;
  /** When the person last wrote. */
  seenAt: string;
};

export async function recentTalks(db: Db, limit: number, offset: number): Promise<TalkHead[]> {
  const rows = await talkQuery(db)
    .orderBy('conversation.updated_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(head);
}

export async function talkHead(db: Db, conversationId: string): Promise<TalkHead | undefined> {
  const row = await talkQuery(db).where('conversation.id', '=', conversationId).executeTakeFirst();
  return row && head(row);
}

const talkQuery = (db: Db) =>
  db
    .selectFrom('conversation')
    .innerJoin('identity', 'identity.id', 'conversation.identity_id')
    .select([
      'conversation.id',
      'identity.channel',
      'conversation.updated_at',
      'conversation.staff_until',
      'identity.blocked',
      'identity.seen_at',
    ]);

const head = (r: {
  id: string;
  channel: string;
  updated_at: string;
  staff_until: string | null;
  blocked: number;
  seen_at: string;
}): TalkHead => ({
  conversationId: r.id,
  channel: r.channel,
  updatedAt: r.updated_at,
  staffUntil: r.staff_until,
  blocked: r.blocked === 1,
  seenAt: r.seen_at,
});

/** Turns by outcome since a moment. */
export async function outcomesSince(db: Db, since: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('turn')
    .select(['outcome', (e) => e.fn.countAll<number>().as('n')])
    .where('at', '>=', since)
    .where('staff_id', 'is', null)
    .groupBy('outcome')
    .execute();
  return new Map(rows.map((r) => [r.outcome, Number(r.n)]));
}
