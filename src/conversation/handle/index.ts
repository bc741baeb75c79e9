// Saves and answers inbound messages, and takes talks back from staff: gathered into batches, exactly one effect a message, in order within a talk, and no talk waits for another.
import { faultOf, ManyHeld, waitedTooLong } from '../../database/faults.ts';
import type { Inbound } from '../message.ts';
import type { By } from '../store/gaps-settled.ts';
import { whoKey } from '../store/people.ts';
import { type BatchDeps, handleBatch, type Received, RunSingly } from './batch.ts';
import { giveBack } from './give-back.ts';
import { allStorable } from './storable.ts';

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
/** Talks replayed beside each other, each perhaps waiting for a lock: fewer than there are connections. */
const talksAtOnce = 6;
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
  /** Talks refused, since a batch was saved, because another transaction held what they needed. */
  const stuck = new Set<string>();

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

  async function settle(all: readonly Waiting[]): Promise<void> {
    const batch = all.filter((w) => !joinsHeld(w));
    if (batch.length === 0) return;
    try {
      if (await together(batch)) stuck.clear();
    } catch (error) {
      // With the database down every message of the batch would fail, each after its own wait.
      if (batch.length === 1 || faultOf(error)) return void refuse(batch, error);
      if (!(error instanceof RunSingly))
        deps.log.warn(
          { size: batch.length, reason: String(error).slice(0, 200) },
          'batch failed, replayed one by one',
        );
      await oneByOne(batch, waitedTooLong(error) ? talksAtOnce : 1);
    }
  }

  /** True when something was saved. */
  async function together(batch: readonly Waiting[]): Promise<boolean> {
    const received = await handleBatch(
      deps,
      batch.map((w) => w.inbound),
    );
    batch.forEach((w, i) => {
      const result = received[i];
      if (result) w.done(result);
      else hold(w);
    });
    return received.some((r) => r !== undefined);
  }

  /** What follows a message that failed fails too: taken up alone it would turn the order of its talk round. A fault ends it for all. */
  async function oneByOne(batch: readonly Waiting[], atOnce: number): Promise<void> {
    const talks = [...Map.groupBy(batch, (w) => whoKey(w.inbound)).values()];
    let fault: unknown;
    async function takeUp(): Promise<void> {
      for (let talk = talks.shift(); talk; talk = talks.shift()) {
        let error: unknown;
        for (const one of talk) {
          error ??= fault;
          if (error !== undefined) one.fail(error);
          else error = await alone(one);
          if (faultOf(error)) fault = error;
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, takeUp));
  }

  /** Returns why it was refused. */
  async function alone(one: Waiting): Promise<unknown> {
    if (joinsHeld(one)) return undefined;
    try {
      await together([one]);
      return undefined;
    } catch (error) {
      return refuse([one], error);
    }
  }

  function refuse(batch: readonly Waiting[], error: unknown): unknown {
    const late = waitedTooLong(error);
    if (late && stuck.size < 2) for (const w of batch) stuck.add(whoKey(w.inbound));
    const why = late && stuck.size > 1 ? new ManyHeld('many talks wait for a lock') : error;
    deps.onFault(why);
    for (const w of batch) w.fail(why);
    return why;
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
        return void refuse(all, new Error('another transaction holds the talk'));
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
