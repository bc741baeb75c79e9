// "Xóa hết thông tin của tôi": leads, turns, drafts, questions and waiting messages of one person, in one transaction.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { eraseLeads } from '../../leads/store/write.ts';
import { holdGaps } from './hold-gaps.ts';

/** Counts stay (a turn happened, a lead was made); no word, name or number of the person does. */
export async function erasePerson(
  db: Database,
  person: { identityId: string; conversationId: string },
  now: Date,
): Promise<void> {
  const leads = await db
    .selectFrom('lead')
    .select('id')
    .where('identity_id', '=', person.identityId)
    .where('erased_at', 'is', null)
    .execute();
  await eraseLeads(
    db,
    leads.map((l) => l.id),
    now,
  );
  await db
    .updateTable('turn')
    .set({ said: null, replies: '[]' })
    .where('conversation_id', '=', person.conversationId)
    .execute();
  await holdGaps(db, { conversationIds: [person.conversationId] });
  await db
    .updateTable('gap')
    .set({ question: '', folded: '', wants_reply: 0, status: 'ignored' })
    .where('conversation_id', '=', person.conversationId)
    .execute();
  await db
    .updateTable('outbox')
    .set({ body_sealed: null, status: 'dropped', done_at: now.toISOString(), reason: 'person erased' })
    .where('conversation_id', '=', person.conversationId)
    .where('status', '=', 'pending')
    .execute();
  await db
    .updateTable('conversation')
    .set({ state_sealed: null })
    .where('id', '=', person.conversationId)
    .execute();
  await audit(db, now, {
    actor: 'person',
    action: 'person.erased',
    subject: person.conversationId,
    detail: `${leads.length} leads`,
  });
}
