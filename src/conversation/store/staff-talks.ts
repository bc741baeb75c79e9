// Talks as the desk lists them: the last words, how they stand, who waits for staff; and what staff have written in one.
import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../database/open.ts';
import type { Tables } from '../../database/tables.ts';
import { type KeptTurn, readTurn } from './turns.ts';

export type TalkHead = {
  conversationId: string;
  identityId: string;
  channel: string;
  updatedAt: string;
  staffUntil: string | null;
  blocked: boolean;
  /** When the person last wrote. */
  seenAt: string;
  /** What they last wrote, masked; "" when it is gone or was no text. */
  lastSaid: string;
  /** The latest question they were promised an answer to and have none yet. */
  awaited: string | undefined;
  /** They await an answer, or staff hold the talk and they had the last word; not who has blocked us. */
  waits: boolean;
};
/** `now` decides whether staff still hold a talk. */
export type TalkFilter = { waits: boolean; now: Date };

/** The latest first. */
export async function recentTalks(
  db: Database,
  filter: TalkFilter,
  page: { limit: number; offset: number },
): Promise<TalkHead[]> {
  const found = await latestFirst(chosen(joined(db), filter).select('conversation.id'))
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  if (found.length === 0) return [];
  // What is said of a talk is looked up for this page alone, not for all before it.
  const ids = found.map((t) => t.id);
  const rows = await latestFirst(talkQuery(db, filter.now).where('conversation.id', 'in', ids)).execute();
  return rows.map(head);
}

export async function countTalks(db: Database, filter: TalkFilter): Promise<number> {
  const row = await chosen(joined(db), filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

export async function talkHead(
  db: Database,
  conversationId: string,
  now: Date,
): Promise<TalkHead | undefined> {
  const row = await talkQuery(db, now).where('conversation.id', '=', conversationId).executeTakeFirst();
  return row && head(row);
}

/** What staff wrote in a talk since a moment, oldest first; nothing of what was erased. */
export async function saidByStaff(db: Database, conversationId: string, since: string): Promise<KeptTurn[]> {
  const rows = await db
    .selectFrom('turn')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('staff_id', 'is not', null)
    .where('at', '>=', since)
    .orderBy('seq')
    .execute();
  return rows.map(readTurn).filter((t) => t.replies.length > 0);
}

const joined = (db: Database) =>
  db.selectFrom('conversation').innerJoin('identity', 'identity.id', 'conversation.identity_id');

const latestFirst = <O>(query: SelectQueryBuilder<Tables, 'conversation' | 'identity', O>) =>
  query.orderBy('conversation.updated_at', 'desc').orderBy('conversation.id');

const talkQuery = (db: Database, now: Date) =>
  joined(db).select((e) => [
    'conversation.id',
    'conversation.identity_id',
    'identity.channel',
    'conversation.updated_at',
    'conversation.staff_until',
    'identity.blocked',
    'identity.seen_at',
    lastTurn(e).select('turn.said').where('turn.staff_id', 'is', null).as('last_said'),
    awaited(e).select('gap.question').orderBy('gap.at', 'desc').limit(1).as('awaited'),
    e.case().when(waits(e, now)).then(1).else(0).end().as('waits'),
  ]);

type Talks = ExpressionBuilder<Tables, 'conversation' | 'identity'>;

/** That the person or staff began: what the bot says by itself is nobody's last word. */
const lastTurn = (e: Talks) =>
  e
    .selectFrom('turn')
    .whereRef('turn.conversation_id', '=', 'conversation.id')
    .where((t) => t.or([t('turn.said', 'is not', null), t('turn.staff_id', 'is not', null)]))
    .orderBy('turn.seq', 'desc')
    .limit(1);

const awaitedAnywhere = (e: Talks) =>
  e.selectFrom('gap').where('gap.status', '=', 'open').where('gap.wants_reply', '=', 1);
const awaited = (e: Talks) => awaitedAnywhere(e).whereRef('gap.conversation_id', '=', 'conversation.id');

/** Staff hold the talk and the person had the last word. */
const heldUnanswered = (e: Talks, now: Date): Expression<SqlBool> =>
  e.and([
    e('conversation.staff_until', '>', now.toISOString()),
    sql<SqlBool>`${lastTurn(e).select('turn.staff_id')} is null`,
  ]);

const waits = (e: Talks, now: Date): Expression<SqlBool> =>
  e.and([
    e('identity.blocked', '=', 0),
    e.or([e.exists(awaited(e).select('gap.id')), heldUnanswered(e, now)]),
  ]);

/** The same as `waits`, from what they wait for: those are few, and nobody looks through all the talks. */
const chosen = <Q extends ReturnType<typeof joined>>(query: Q, filter: TalkFilter): Q =>
  filter.waits
    ? (query.where('identity.blocked', '=', 0).where((e) =>
        e(
          'conversation.id',
          'in',
          awaitedAnywhere(e)
            .select('gap.conversation_id as id')
            .unionAll(
              e
                .selectFrom('conversation')
                .select('conversation.id')
                .where((held) => heldUnanswered(held, filter.now)),
            ),
        ),
      ) as Q)
    : query;

type Row = Awaited<ReturnType<ReturnType<typeof talkQuery>['executeTakeFirstOrThrow']>>;
const head = (r: Row): TalkHead => ({
  conversationId: r.id,
  identityId: r.identity_id,
  channel: r.channel,
  updatedAt: r.updated_at,
  staffUntil: r.staff_until,
  blocked: r.blocked === 1,
  seenAt: r.seen_at,
  lastSaid: r.last_said ?? '',
  awaited: r.awaited ?? undefined,
  waits: r.waits === 1,
});
