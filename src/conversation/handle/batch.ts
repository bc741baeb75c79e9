// One batch of messages in one transaction: each stored once, answered, its outcome written; talks that another holds are left out.
import type { Database, Kind } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { isCodeTaken, leadStatusByCode, ownLeads } from '../../leads/store/own.ts';
import type { Channel, Inbound } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { parseState, type State } from '../state.ts';
import { heldElsewhere } from '../store/hold.ts';
import { markInbound, messageKey } from '../store/inbound.ts';
import { peopleOf, whoKey } from '../store/people.ts';
import { acknowledge } from '../store/pulled.ts';
import type { Found } from '../world.ts';
import { type Answering, answerBatch } from './turns.ts';
import { mustRunSingly, writeBatch } from './write.ts';

export type BatchDeps = Answering & {
  db: Database;
  kind: Kind;
  vault: Vault;
  clock: () => Date;
  /** Channels that show their messages when asked instead of being sent them. */
  pulled: readonly Channel[];
  /** Called after each commit: how the turns ended, how many leads are new. */
  onCommitted: (change: Committed) => void;
};
export type Committed = {
  outcomes: { channel: Channel; outcome: Outcome }[];
  newLeads: number;
};
export type Received = { duplicate: boolean; conversationId: string };

const mostRounds = 5;

/** Thrown for a batch whose messages must be handled one by one. */
export class RunSingly extends Error {}

/** What became of each message; `undefined` where another transaction holds its talk. */
export async function handleBatch(
  deps: BatchDeps,
  batch: readonly Inbound[],
): Promise<(Received | undefined)[]> {
  const now = deps.clock();
  const at = now.toISOString();
  const nothing: Committed = { outcomes: [], newLeads: 0 };
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const held = deps.kind === 'postgres' ? await heldElsewhere(trx, batch) : new Set();
    const items = batch.filter((i) => !held.has(whoKey(i)));
    if (items.length === 0) return { received: new Map<Inbound, Received>(), ...nothing };
    // Under the talk's lock: who waits for the same mark of another transaction would wait for its talk.
    const people = await peopleOf(trx, items, at, { newId: deps.newId, lock: deps.kind === 'postgres' });
    const fresh = await markInbound(trx, items, at);
    const seen = new Set<string>();
    const isNew = items.map(
      (i) => fresh.has(messageKey(i)) && !seen.has(messageKey(i)) && Boolean(seen.add(messageKey(i))),
    );
    const news = items.filter((_, i) => isNew[i]);
    const conversationOf = (i: Inbound): string => people.get(whoKey(i))?.conversationId ?? '';
    const received = new Map(
      items.map((item, i) => [item, { duplicate: !isNew[i], conversationId: conversationOf(item) }]),
    );
    if (news.length === 0) return { received, ...nothing };

    const busy = new Set(news.map(conversationOf));
    const active = [...people.values()].filter((p) => busy.has(p.conversationId));
    const states = new Map(
      active.flatMap((p) =>
        p.stateSealed === null ? [] : [[p.conversationId, readState(deps.vault, p.stateSealed)] as const],
      ),
    );
    const leads = await ownLeads(
      trx,
      deps.vault,
      active.map((p) => p.identityId),
    );
    await acknowledge(
      trx,
      active.filter((p) => deps.pulled.includes(p.channel)).map((p) => p.conversationId),
      deps.pulled,
      at,
    );
    const found: Found[] = [];
    for (let round = 0; round < mostRounds; round++) {
      const out = answerBatch({ items: news, people, states, leads, found }, deps);
      if (out.needs.length === 0) {
        if (mustRunSingly(out)) throw new RunSingly();
        const codes = out.happened.flatMap(({ event }) => (event.kind === 'lead-created' ? event.code : []));
        // The person is told the code: answered once more, with another.
        if (await isCodeTaken(trx, codes)) continue;
        await writeBatch(trx, deps.vault, out, now);
        const channels = new Map(active.map((p) => [p.conversationId, p.channel]));
        return {
          received,
          outcomes: out.turns.map((t) => ({
            channel: channels.get(t.conversationId) ?? 'web',
            outcome: t.outcome,
          })),
          newLeads: out.happened.filter((h) => h.event.kind === 'lead-created').length,
        };
      }
      for (const need of out.needs)
        found.push({ kind: need.kind, code: need.code, lead: await leadStatusByCode(trx, need.code) });
    }
    throw new Error('a turn kept asking for more facts, or found no free code');
  });
  const { received, ...committed } = outcome;
  if (received.size > 0) deps.onCommitted(committed);
  return batch.map((i) => received.get(i));
}

export function readState(vault: Vault, sealed: string): State | 'unreadable' {
  try {
    return parseState(vault.unseal(sealed)) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}
