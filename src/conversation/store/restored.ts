// After an older copy was put back: who asked to be erased since then, or to have a number taken off, is erased again, and old replies do not go out a second time.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { pulled } from '../message.ts';
import { erasePerson } from './erase.ts';

export type Erasure = { id: string; conversationId: string };

/** Every erasing that the audit log of a database tells of. */
export async function erasuresIn(db: Database): Promise<Erasure[]> {
  return await db
    .selectFrom('audit')
    .select(['id', 'subject as conversationId'])
    .where('action', '=', 'person.erased')
    .execute();
}

/**
 * `erasures`: of the database that this one takes the place of. Those the copy knows are told by their ids: its times
 * may have been written by a clock that was ahead.
 */
export async function eraseAgain(db: Database, erasures: readonly Erasure[], now: Date): Promise<number> {
  const known = new Set((await erasuresIn(db)).map((e) => e.id));
  const since = new Set(erasures.filter((e) => !known.has(e.id)).map((e) => e.conversationId));
  if (since.size === 0) return 0;
  const talks = await db
    .selectFrom('conversation')
    .select(['id', 'identity_id'])
    .where('id', 'in', [...since])
    .execute();
  await db.transaction().execute(async (trx) => {
    for (const talk of talks)
      await erasePerson(trx, { conversationId: talk.id, identityId: talk.identity_id }, now);
  });
  return talks.length;
}

/** Channels that are pulled keep theirs: the page shows them as before. */
export async function dropUnsent(db: Database, now: Date): Promise<number> {
  const dropped = await db
    .updateTable('outbox')
    .set({
      status: 'dropped',
      body_sealed: null,
      claimed_until: null,
      done_at: now.toISOString(),
      reason: 'older copy restored',
    })
    .where('status', '=', 'pending')
    .where('channel', 'not in', pulled)
    .executeTakeFirst();
  const count = Number(dropped.numUpdatedRows);
  if (count > 0)
    await audit(db, now, {
      actor: 'system',
      action: 'outbox.dropped',
      subject: 'all',
      detail: `${count} after a restore`,
    });
  return count;
}

const atOnce = 500;

/** Leads that stand without a number: the form takes none without, so their people had it taken off. */
export async function withoutNumber(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('lead')
    .select('id')
    .where('phone_sealed', 'is', null)
    .where('erased_at', 'is', null)
    .execute();
  return rows.map((r) => r.id);
}

export async function takeOffAgain(db: Database, leadIds: readonly string[]): Promise<void> {
  for (let from = 0; from < leadIds.length; from += atOnce)
    await db
      .updateTable('lead')
      .set({ phone_sealed: null, phone_hash: null })
      .where('id', 'in', leadIds.slice(from, from + atOnce))
      .where('phone_sealed', 'is not', null)
      .execute();
}
