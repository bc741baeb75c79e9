// The turns of talks, masked: written in batches, read for the web page and the desk.
import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import type { TurnTable } from '../../database/tables.ts';
import { Reply } from '../message.ts';
import type { Outcome } from '../outcome.ts';

export type NewTurn = {
  id: string;
  conversationId: string;
  seq: number;
  at: string;
  said: string | null;
  replies: readonly Reply[];
  outcome: Outcome;
  cards: readonly string[];
  staffId?: string;
};
export type KeptTurn = {
  id: string;
  seq: number;
  at: string;
  said: string | null;
  replies: Reply[];
  outcome: string;
  cards: string[];
  staffId: string | null;
};

export async function addTurns(db: Database, turns: readonly NewTurn[]): Promise<void> {
  if (turns.length === 0) return;
  const rows: TurnTable[] = turns.map((t) => ({
    id: t.id,
    conversation_id: t.conversationId,
    seq: t.seq,
    at: t.at,
    said: t.said,
    replies: JSON.stringify(t.replies),
    outcome: t.outcome,
    cards: JSON.stringify(t.cards),
    staff_id: t.staffId ?? null,
  }));
  await db.insertInto('turn').values(rows).execute();
}

/** The latest turns of a talk, oldest first. */
export async function recentTurns(db: Database, conversationId: string, limit: number): Promise<KeptTurn[]> {
  const rows = await db
    .selectFrom('turn')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(readTurn);
}

export function readTurn(row: TurnTable): KeptTurn {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at,
    said: row.said,
    outcome: row.outcome,
    staffId: row.staff_id,
    replies: readReplies(row.replies),
    cards: z.array(z.string()).catch([]).parse(JSON.parse(row.cards)),
  };
}

export const readReplies = (json: string): Reply[] => z.array(Reply).catch([]).parse(JSON.parse(json));

/** Turns by outcome since a moment. */
export async function outcomesSince(db: Database, since: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('turn')
    .select(['outcome', (e) => e.fn.countAll<number>().as('n')])
    .where('at', '>=', since)
    .where('staff_id', 'is', null)
    .groupBy('outcome')
    .execute();
  return new Map(rows.map((r) => [r.outcome, Number(r.n)]));
}
