// Sends what waits in the outbox: in order within a talk, many talks at once, slower after each failure, never lost.
import type { Channel, Reply, Sent } from '../conversation/message.ts';
import { claimDue, type Due, finishMessages, markBlocked, postpone } from '../conversation/store/outbox.ts';
import { faultOf } from '../database/faults.ts';
import type { Database, Kind } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import { gather } from './gather.ts';
import type { Sender } from './sender.ts';

type DeliveryDeps = {
  db: Database;
  kind: Kind;
  vault: Vault;
  senders: Partial<Record<Channel, Sender>>;
  clock: () => Date;
  /** The time claims and waits are measured by, the same for all processes; `clock` when there is but one. */
  sharedClock?: () => Promise<Date>;
  log: { warn: (data: object, message: string) => void };
  /** How often to look without being woken, ms. */
  every?: number;
  /** What one send may take, ms. */
  sendMs?: number;
  sent?: (channel: Channel, result: Sent['kind']) => void;
};
type Delivery = {
  start: () => void;
  wake: () => void;
  stop: () => Promise<void>;
  once: () => Promise<number>;
};

const backOff = [1, 5, 30, 120, 600].map((s) => s * 1000);
const giveUpAfter = 24 * 3_600_000;
/** Sends under way in one channel; each channel has its own, so that one that hangs holds up no other. */
const atOnce = 20;
/** What one send may take, all its calls together: longer than platforms themselves wait, 30 s, before they give up. */
const usualSendMs = 35_000;
/** Until a message that got no answer is sent once more: a platform that is slow just now has had time. */
const unsureMs = 60_000;
/** Far longer: a sender that died leaves its claim, and another takes the message after this. */
const claimMs = 90_000;
/** How long a result that the database refuses for a reason of its own is tried to be written down. */
const noteForMs = 45_000;
/** A stop waits for sends as long as one may take, and this much more for their results to be written down. */
const noteAtStopMs = 2000;
/** Sends that end within this long are noted in one commit, and what follows them is claimed in one. */
const gatherMs = 20;

export function makeDelivery(deps: DeliveryDeps): Delivery {
  const channels = Object.keys(deps.senders) as Channel[];
  const sendMs = deps.sendMs ?? usualSendMs;
  const sharedClock = deps.sharedClock ?? (async () => deps.clock());
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const underWay = new Map<Channel, Set<Promise<void>>>(channels.map((c) => [c, new Set()]));
  /** Sent or being sent, not yet noted: while the database is away their claims run out. */
  const inHand = new Set<string>();
  const allUnderWay = (): Promise<void>[] => [...underWay.values()].flatMap((sends) => [...sends]);

  /** Claims what each channel has room for and begins to send it; returns the sends begun. */
  async function begin(): Promise<Promise<void>[]> {
    const begun: Promise<void>[] = [];
    for (const [channel, sends] of underWay) {
      const limit = atOnce - sends.size;
      if (limit <= 0) continue;
      const due = await claimDue(deps.db, deps.vault, {
        channels: [channel],
        now: await sharedClock(),
        limit,
        claimMs,
        kind: deps.kind,
      });
      for (const message of due) {
        if (inHand.has(message.id)) continue;
        inHand.add(message.id);
        const send = sendOne(message)
          .catch((error: unknown) =>
            deps.log.warn(
              { outbox: message.id, reason: String(error).slice(0, 120) },
              'result of a send not written down; the message may go out once more',
            ),
          )
          .finally(() => {
            inHand.delete(message.id);
            sends.delete(send);
          });
        sends.add(send);
        begun.push(send);
      }
    }
    return begun;
  }

  const noteSent = gather<string>(gatherMs, (ids) => finishMessages(deps.db, ids, 'sent', deps.clock()));

  /** A database that is away must not make a sent message go out again, however long it is away. */
  async function note(write: () => Promise<void>): Promise<void> {
    const began = performance.now();
    for (let wait = 200; ; wait = Math.min(wait * 2, 5000)) {
      try {
        return await write();
      } catch (error) {
        if (stopped || (!faultOf(error) && performance.now() - began > noteForMs)) throw error;
        await new Promise((wake) => setTimeout(wake, wait));
      }
    }
  }

  async function sendOne(message: Due): Promise<void> {
    const sender = deps.senders[message.channel];
    if (!sender) return;
    const result = refused(message) ?? (await tried(sender, message));
    deps.sent?.(message.channel, result.kind);
    const now = deps.clock();
    await note(() => settle(message, result, now));
  }

  /** What is not sent at all: unreadable, or so old that the talk has gone elsewhere. */
  function refused({ reply, createdAt }: Due): Sent | undefined {
    if (!reply) return { kind: 'failed', reason: 'stored message cannot be read' };
    const age = deps.clock().getTime() - Date.parse(createdAt);
    return age > giveUpAfter ? { kind: 'failed', reason: 'waited longer than a day' } : undefined;
  }

  function tried(sender: Sender, { address, reply, seenAt }: Due): Promise<Sent> {
    const signal = AbortSignal.timeout(sendMs);
    return sender
      .send(address, reply as Reply, { seenAt, signal })
      .catch(
        (): Sent =>
          signal.aborted
            ? { kind: 'unknown', reason: 'no answer in time' }
            : { kind: 'later', afterMs: 0, reason: 'sender failed' },
      );
  }

  async function settle(message: Due, result: Sent, now: Date): Promise<void> {
    if (result.kind === 'sent') return noteSent(message.id);
    deps.log.warn(
      { outbox: message.id, channel: message.channel, result: result.kind, reason: result.reason },
      'message not sent',
    );
    const { reason } = result;
    if (result.kind === 'failed') return finishMessages(deps.db, [message.id], 'failed', now, reason);
    if (result.kind === 'blocked') return markBlocked(deps.db, message, now, reason);
    const unknown = result.kind === 'unknown';
    // Once more may be once too often, twice more certainly is.
    if (unknown && message.maybeSent)
      return finishMessages(deps.db, [message.id], 'failed', now, `${reason}; twice, may have arrived`);
    const usual = backOff[Math.min(message.attempts, backOff.length - 1)] ?? 1000;
    // What is to wait longer than a day is given up by then.
    const waitMs = Math.min(unknown ? unsureMs : result.afterMs || usual, giveUpAfter);
    await postpone(
      deps.db,
      { ...message, maybeSent: message.maybeSent || unknown },
      { now: await sharedClock(), waitMs, reason },
    );
  }

  async function work(): Promise<void> {
    try {
      do {
        again = false;
        while (!stopped) {
          const begun = await begin();
          for (const send of begun) void send.then(wake);
          if (begun.length === 0) break;
        }
      } while (again && !stopped);
    } catch (error) {
      deps.log.warn({ reason: String(error).slice(0, 200) }, 'outbox could not be read; trying again');
    } finally {
      running = undefined;
    }
  }

  const wake = (): void => {
    again = true;
    if (!stopped) running ??= work();
  };
  return {
    async once() {
      const begun = await begin();
      await Promise.all(begun);
      return begun.length;
    },
    wake,
    start() {
      timer = setInterval(wake, deps.every ?? 1000);
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      const patience = new Promise((over) => setTimeout(over, sendMs + noteAtStopMs).unref());
      await Promise.race([Promise.all(allUnderWay()), patience]);
    },
  };
}
