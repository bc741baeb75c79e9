// What a member of staff writes in a talk: one turn and its message in the outbox, with the questions it answers, sent once and never to who has erased what it is about.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../database/audit.ts';
import { holding } from '../../database/hold.ts';
import type { Database } from '../../database/open.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Vault } from '../../database/vault.ts';
import type { Channel, Reply } from '../message.ts';
import { answerInTalk, type By } from './gaps-settled.ts';
import { queue } from './outbox.ts';
import { takeSeq } from './people.ts';
import { addTurns } from './turns.ts';

/** Words of staff for a person, as a form brings them: a browser sends two signs for one end of line. */
export const StaffText = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1).max(1500));
export type StaffMessage = {
  conversationId: string;
  text: string;
  gapId?: string;
  leadId?: string;
  answers?: readonly string[];
};
/** `erased`: whoever it is for has erased the question or the lead it is about, and is not written to for it. */
export type SaidByStaff = 'sent' | 'already-answered' | 'erased' | 'unknown';

/**
 * Writes a turn of staff and queues it. With `gapId` the question is marked answered, and a second answer is refused;
 * of the open questions of the talk, `answers` are marked by the way. `leadId`: the lead it is written about.
 */
export async function sayAsStaff(
  db: Database,
  vault: Vault,
  message: StaffMessage,
  by: By,
): Promise<SaidByStaff> {
  const reply: Reply = { blocks: [{ kind: 'say', text: message.text }], choices: [] };
  return inTransaction(db, async (trx) => {
    const at = by.now.toISOString();
    await holdTalk(trx, message.conversationId);
    const talk = await trx
      .selectFrom('conversation')
      .innerJoin('identity', 'identity.id', 'conversation.identity_id')
      .select(['conversation.id', 'identity.id as identityId', 'identity.channel'])
      .where('conversation.id', '=', message.conversationId)
      .executeTakeFirst();
    if (!talk) return 'unknown';
    if (await erasedMeanwhile(trx, message)) return 'erased';
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
    const byTheWay = await answerInTalk(trx, talk.id, message.answers ?? [], by);
    const seq = await takeSeq(trx, talk.id, 2, at);
    const turnId = randomUUID();
    await addTurns(trx, [
      {
        id: turnId,
        conversationId: talk.id,
        seq,
        at,
        said: null,
        replies: [reply],
        outcome: 'handover',
        cards: [],
        staffId: by.accountId,
      },
    ]);
    const queued = {
      id: randomUUID(),
      conversationId: talk.id,
      identityId: talk.identityId,
      channel: talk.channel as Channel,
      seq: seq + 1,
      turnId,
      reply,
    };
    await queue(trx, vault, [queued], at);
    const actor = by.accountId;
    await audit(trx, by.now, [
      message.gapId
        ? { actor, action: 'gap.answered', subject: message.gapId }
        : { actor, action: 'talk.said', subject: talk.id },
      ...byTheWay.map((subject) => ({ actor, action: 'gap.answered', subject }) as const),
    ]);
    return 'sent';
  });
}

/** The talk before its questions, as whoever writes in it holds them: an erasure then waits, or is over. */
export async function holdTalk(trx: Database, id: string): Promise<void> {
  await holding(trx, trx.selectFrom('conversation').select('id').where('id', '=', id)).execute();
}

async function erasedMeanwhile(trx: Database, about: { gapId?: string; leadId?: string }): Promise<boolean> {
  const { gapId, leadId } = about;
  const gap =
    gapId &&
    (await trx
      .selectFrom('gap')
      .select('id')
      .where('id', '=', gapId)
      .where('question', '=', '')
      .executeTakeFirst());
  const lead =
    leadId &&
    (await trx
      .selectFrom('lead')
      .select('id')
      .where('id', '=', leadId)
      .where('erased_at', 'is not', null)
      .executeTakeFirst());
  return Boolean(gap || lead);
}
