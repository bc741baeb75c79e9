// Saves and answers inbound messages: gathered into batches, each batch one transaction, exactly one effect a message.
import { faultOf } from '../../database/faults.ts';
import type { Database, Kind } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { leadStatusByCode, ownLeads } from '../../leads/store/own.ts';
import type { Channel, Inbound } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { parseState, type State } from '../state.ts';
import { markInbound, messageKey } from '../store/inbound.ts';
import { acknowledge } from '../store/outbox.ts';
import { peopleOf } from '../store/people.ts';
import type { Found } from '../world.ts';
import { type Answering, answerBatch } from './turns.ts';
import { mustRunSingly, writeBatch } from './write.ts';

export type HandleDeps = Answering & {
  db: Database;
  kind: Kind;
  vault: Vault;
  clock: () => Date;
  /** Channels that show their messages when asked instead of being sent them. */
  pulled: readonly Channel[];
  /** Called after each commit: what there is to send, how the turns ended, how many leads are new. */
  onCommitted: (change: Committed) => void;
  /** Called when messages could not be saved; their senders are told and try again. */
  onFault: (error: unknown) => void;
  log: { error: (data: object, message: string) => void; warn: (data: object, message: string) => void };
};

export type Committed = {
  conversationIds: string[];
  outcomes: { channel: Channel; outcome: Outcome }[];
  newLeads: number;
};
export type Received = { duplicate: boolean; conversationId: string };
export type Handle = { receive: (inbound: Inbound) => Promise<Received>; drain: () => Promise<void> };

const largestBatch = 256;
const mostRounds = 3;

type Waiting = { inbound: Inbound; done: (received: Received) => void; fail: (error: unknown) => void };

export function makeHandle(deps: HandleDeps): Handle {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  /** Yields to I/O first, so that a burst is taken together, then works until nothing waits. */
  async function work(): Promise<void> {
    await new Promise<void>((next) => setImmediate(next));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch);
      waiting = waiting.slice(largestBatch);
      await settle(batch);
      await new Promise<void>((next) => setImmediate(next));
    }
    running = undefined;
  }

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      const received = await handleBatch(
        deps,
        batch.map((w) => w.inbound),
      );
      batch.forEach((w, i) => {
        w.done(received[i] as Received);
      });
    } catch (error) {
      // With the database down every message of the batch would fail, each after its own wait.
      if (batch.length === 1 || faultOf(error)) {
        deps.onFault(error);
        for (const w of batch) w.fail(error);
        return;
      }
      if (!(error instanceof RunSingly))
        deps.log.warn(
          { size: batch.length, reason: String(error).slice(0, 200) },
          'batch failed, replayed one by one',
        );
      for (const one of batch) await settle([one]);
    }
  }

  return {
    receive(inbound) {
      return new Promise((done, fail) => {
        waiting.push({ inbound, done, fail });
        running ??= work();
      });
    },
    async drain() {
      while (running) await running;
    },
  };
}

class RunSingly extends Error {}

async function handleBatch(deps: HandleDeps, items: readonly Inbound[]): Promise<Received[]> {
  const now = deps.clock();
  const at = now.toISOString();
  const outcome = await deps.db.transaction().execute(async (trx) => {
    const fresh = await markInbound(trx, items, at);
    const people = await peopleOf(trx, items, at, { newId: deps.newId, lock: deps.kind === 'postgres' });
    const seen = new Set<string>();
    const isNew = items.map(
      (i) => fresh.has(messageKey(i)) && !seen.has(messageKey(i)) && Boolean(seen.add(messageKey(i))),
    );
    const news = items.filter((_, i) => isNew[i]);
    const conversationOf = (i: Inbound): string =>
      people.get(`${i.channel}\n${i.address}`)?.conversationId ?? '';
    const received = items.map((i, at) => ({ duplicate: !isNew[at], conversationId: conversationOf(i) }));
    if (news.length === 0) return { received, conversationIds: [], outcomes: [], newLeads: 0 };

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
        await writeBatch(trx, deps.vault, out, now);
        const newLeads = out.happened.filter((h) => h.event.kind === 'lead-created').length;
        const channels = new Map(active.map((p) => [p.conversationId, p.channel]));
        const outcomes = out.turns.map((t) => ({
          channel: channels.get(t.conversationId) ?? 'web',
          outcome: t.outcome,
        }));
        return {
          received,
          conversationIds: [...new Set(out.messages.map((m) => m.conversationId))],
          outcomes,
          newLeads,
        };
      }
      for (const need of out.needs)
        found.push({ kind: need.kind, code: need.code, lead: await leadStatusByCode(trx, need.code) });
    }
    throw new Error('a turn kept asking for more facts');
  });
  const { received, ...committed } = outcome;
  deps.onCommitted(committed);
  return received;
}

function readState(vault: Vault, sealed: string): State | 'unreadable' {
  try {
    return parseState(vault.unseal(sealed)) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}
