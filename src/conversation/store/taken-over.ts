// Who has a talk: staff from when they take it over until they, or the person, give it back to the bot.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';

/** By staff. False when there is no such talk. */
export async function setTakenOver(
  db: Database,
  conversationId: string,
  until: Date,
  by: { accountId: string; now: Date },
): Promise<boolean> {
  return db.transaction().execute((trx) => setUntil(trx, conversationId, until, by.accountId, by.now));
}

/** `actor`: the person, or an account. In the transaction of the turn that says so. */
export async function goOnWithBot(
  trx: Database,
  conversationId: string,
  actor: string,
  now: Date,
): Promise<void> {
  await setUntil(trx, conversationId, null, actor, now);
}

async function setUntil(
  trx: Database,
  conversationId: string,
  until: Date | null,
  actor: string,
  now: Date,
): Promise<boolean> {
  const done = await trx
    .updateTable('conversation')
    .set({ staff_until: until?.toISOString() ?? null })
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await audit(trx, now, {
    actor,
    action: until ? 'talk.taken-over' : 'talk.given-back',
    subject: conversationId,
  });
  return true;
}
