// Saves and answers inbound messages, and takes talks back from staff: gathered into batches, exactly one effect a message, in order within a talk, and no talk waits for another.
import { faultOf } from '../../database/faults.ts';
import type { Inbound } from '../message.ts';
import { allStorable } from '../storable.ts';
import type { By } from '../store/gaps-settled.ts';
import { whoKey } from '../store/people.ts';
import { type BatchDeps, handleBatch, type Received, RunSingly } from './batch.ts';
import { giveBack } from './give-back.ts';

export type { Committed, Received } from './batch.ts';
export type HandleDeps = BatchDeps & {
  /** Called when messages could not be saved; their senders are told and try again. */
  onFault: (error: unknown) => void;
  log: { error: (data: object, message: string) => void; warn: (data: object, message: string) => void };
};
export type Handle = {
  receive: (inbound: Inbound) => Promise<Received>;
  /** By staff; false when there is no such talk. */
  giveBack: (conversationId: string, by: By) => Promise<boolean>;
  drain: () => Promise<void>;
};

const largestBatch = 256;
/** A talk that another transaction holds is asked for again this often, and refused after so long. */
const againMs = 50;
const patienceMs = 2000;

type Waiting = {
  inbound: Inbound;
  since: number;
  done: (received: Received) => void;
  fail: (error: unknown) => void;
};

export function makeHandle(deps: HandleDeps): Handle {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  /** By talk, in order: what waits for another transaction to let the talk go. */
  const held = new Map<string, Waiting[]>();

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

  /** Returns why it failed when all of it did. */
  async function settle(all: readonly Waiting[]): Promise<unknown> {
    const batch = all.filter((w) => !joinsHeld(w));
    if (batch.length === 0) return undefined;
    try {
      const received = await handleBatch(
        deps,
        batch.map((w) => w.inbound),
      );
      batch.forEach((w, i) => {
        const result = received[i];
        if (result) w.done(result);
        else hold(w);
      });
      return undefined;
    } catch (error) {
      // With the database down every message of the batch would fail, each after its own wait.
      if (batch.length === 1 || faultOf(error)) {
        refuse(batch, error);
        return error;
      }
      if (!(error instanceof RunSingly))
        deps.log.warn(
          { size: batch.length, reason: String(error).slice(0, 200) },
          'batch failed, replayed one by one',
        );
      return oneByOne(batch);
    }
  }

  /** What follows a message that failed fails too: taken up alone it would turn the order of its talk round. */
  async function oneByOne(batch: readonly Waiting[]): Promise<unknown> {
    const failed = new Map<string, unknown>();
    for (const [i, one] of batch.entries()) {
      const talk = whoKey(one.inbound);
      const error = failed.has(talk) ? failed.get(talk) : await settle([one]);
      if (error === undefined) continue;
      if (failed.has(talk)) one.fail(error);
      if (faultOf(error)) {
        for (const left of batch.slice(i + 1)) left.fail(error);
        return error;
      }
      failed.set(talk, error);
    }
    return undefined;
  }

  function refuse(batch: readonly Waiting[], error: unknown): void {
    deps.onFault(error);
    for (const w of batch) w.fail(error);
  }

  function joinsHeld(w: Waiting): boolean {
    return Boolean(held.get(whoKey(w.inbound))?.push(w));
  }

  function hold(w: Waiting): void {
    if (joinsHeld(w)) return;
    const talk = whoKey(w.inbound);
    held.set(talk, [w]);
    setTimeout(() => {
      const all = held.get(talk) ?? [];
      held.delete(talk);
      if (performance.now() - w.since > patienceMs)
        return refuse(all, new Error('another transaction holds the talk'));
      waiting = [...all, ...waiting];
      running ??= work();
    }, againMs);
  }

  return {
    receive(inbound) {
      return new Promise((done, fail) => {
        const read = { ...inbound, said: allStorable(inbound.said) };
        waiting.push({ inbound: read, since: performance.now(), done, fail });
        running ??= work();
      });
    },
    giveBack: (conversationId, by) => giveBack(deps, conversationId, by),
    async drain() {
      while (running || held.size > 0) await (running ?? new Promise((wake) => setTimeout(wake, againMs)));
    },
  };
}
