// People and their talks: found by channel and address, made on the first message, many at once.
import { holding } from '../../database/hold.ts';
import { inOrder } from '../../database/in-order.ts';
import type { Database } from '../../database/open.ts';
import type { ConversationTable } from '../../database/tables.ts';
import type { Channel } from '../message.ts';

export type Who = { channel: Channel; address: string };
export type Person = Who & {
  identityId: string;
  conversationId: string;
  stateSealed: string | null;
  staffUntil: string | null;
  lastSeq: number;
};

export const whoKey = (who: { channel: string; address: string }): string => `${who.channel}\n${who.address}`;

/** Every person of `who`, made if new, by `whoKey`. On PostgreSQL their talks are locked until the transaction ends. */
export async function peopleOf(
  db: Database,
  who: readonly Who[],
  at: string,
  options: { newId: () => string; lock: boolean },
): Promise<Map<string, Person>> {
  const wanted = new Map(inOrder(who, whoKey).map((w) => [whoKey(w), w]));
  await db
    .insertInto('identity')
    .values(
      [...wanted.values()].map((w) => ({
        id: options.newId(),
        channel: w.channel,
        address: w.address,
        blocked: 0,
        created_at: at,
        seen_at: at,
      })),
    )
    .onConflict((c) => c.columns(['channel', 'address']).doUpdateSet({ seen_at: at, blocked: 0 }))
    .execute();
  // The channel first: without it the index, which begins with it, is of no use.
  const found = await db
    .selectFrom('identity')
    .select(['id', 'channel', 'address'])
    .where('channel', 'in', [...new Set(who.map((w) => w.channel))])
    .where('address', 'in', [...new Set(who.map((w) => w.address))])
    .execute();
  const identities = inOrder(
    found.filter((i) => wanted.has(whoKey(i))),
    (i) => i.id,
  );
  await db
    .insertInto('conversation')
    .values(
      identities.map((i) => ({
        id: options.newId(),
        identity_id: i.id,
        state_sealed: null,
        staff_until: null,
        last_seq: 0,
        created_at: at,
        updated_at: at,
      })),
    )
    .onConflict((c) => c.column('identity_id').doNothing())
    .execute();
  const query = db
    .selectFrom('conversation')
    .select(['id', 'identity_id', 'state_sealed', 'staff_until', 'last_seq'])
    .where(
      'identity_id',
      'in',
      identities.map((i) => i.id),
    )
    .orderBy('id');
  const talks = new Map(
    (await (options.lock ? query.forUpdate() : query).execute()).map((t) => [t.identity_id, t]),
  );
  const people = new Map<string, Person>();
  for (const i of identities) {
    const talk = talks.get(i.id);
    const asked = wanted.get(whoKey(i));
    if (!talk || !asked) continue;
    people.set(whoKey(i), personFrom(asked, talk));
  }
  return people;
}

/** The talk of a person who has written before; nothing is made. */
export async function findConversation(
  db: Database,
  who: Who,
): Promise<{ conversationId: string; identityId: string } | undefined> {
  const row = await db
    .selectFrom('identity')
    .innerJoin('conversation', 'conversation.identity_id', 'identity.id')
    .select(['conversation.id as conversationId', 'identity.id as identityId'])
    .where('identity.channel', '=', who.channel)
    .where('identity.address', '=', who.address)
    .executeTakeFirst();
  return row;
}

/** Whose talk it is, when they last wrote, whether they have blocked us; the talk is held until the transaction ends. */
export async function holdPerson(
  trx: Database,
  conversationId: string,
): Promise<{ person: Person; seenAt: string; blocked: boolean } | undefined> {
  const query = trx
    .selectFrom('conversation')
    .select(['id', 'identity_id', 'state_sealed', 'staff_until', 'last_seq'])
    .where('id', '=', conversationId);
  const talk = await holding(trx, query).executeTakeFirst();
  if (!talk) return undefined;
  const identity = await trx
    .selectFrom('identity')
    .select(['id', 'channel', 'address', 'seen_at', 'blocked'])
    .where('id', '=', talk.identity_id)
    .executeTakeFirstOrThrow();
  return {
    person: personFrom({ channel: identity.channel as Channel, address: identity.address }, talk),
    seenAt: identity.seen_at,
    blocked: identity.blocked === 1,
  };
}

const personFrom = (
  { channel, address }: Who,
  talk: Pick<ConversationTable, 'id' | 'identity_id' | 'state_sealed' | 'staff_until' | 'last_seq'>,
): Person => ({
  channel,
  address,
  identityId: talk.identity_id,
  conversationId: talk.id,
  stateSealed: talk.state_sealed,
  staffUntil: talk.staff_until,
  lastSeq: talk.last_seq,
});

/** Saves where several talks stand, in one statement. */
export async function saveTalks(
  db: Database,
  talks: readonly { conversationId: string; identityId: string; stateSealed: string; lastSeq: number }[],
  at: string,
): Promise<void> {
  if (talks.length === 0) return;
  await db
    .insertInto('conversation')
    .values(
      inOrder(talks, (t) => t.conversationId).map((t) => ({
        id: t.conversationId,
        identity_id: t.identityId,
        state_sealed: t.stateSealed,
        staff_until: null,
        last_seq: t.lastSeq,
        created_at: at,
        updated_at: at,
      })),
    )
    .onConflict((c) =>
      c.column('id').doUpdateSet((e) => ({
        state_sealed: e.ref('excluded.state_sealed'),
        last_seq: e.ref('excluded.last_seq'),
        updated_at: e.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Takes the next `count` places in a talk, under its row's lock; returns the first. */
export async function takeSeq(
  db: Database,
  conversationId: string,
  count: number,
  at: string,
): Promise<number> {
  const row = await db
    .updateTable('conversation')
    .set((e) => ({ last_seq: e('last_seq', '+', count), updated_at: at }))
    .where('id', '=', conversationId)
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  return row.last_seq - count + 1;
}
