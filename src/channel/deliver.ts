// Sends what waits in the outbox: in order within a talk, many talks at once, slower after each failure, never lost.

import type { Channel, Reply, Sent } from '../conversation/message.ts';
import { claimDue, type Due, finishMessage, markBlocked, postpone } from '../conversation/store/outbox.ts';
import type { Database, Kind } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';

/** `seenAt`: when the person last wrote; some platforms let us answer only so long after it. */
export type Sender = { send: (address: string, reply: Reply, about: { seenAt: string }) => Promise<Sent> };
export type DeliveryDeps = {
  db: Database;
  kind: Kind;
  vault: Vault;
  senders: Partial<Record<Channel, Sender>>;
  clock: () => Date;
  log: { warn: (data: object, message: string) => void };
  /** How often to look without being woken, ms. */
  every?: number;
  sent?: (channel: Channel, result: Sent['kind']) => void;
};
export type Delivery = {
  start: () => void;
  wake: () => void;
  stop: () => Promise<void>;
  once: () => Promise<number>;
};

const backOff = [1, 5, 30, 120, 600, 3600].map((s) => s * 1000);
const giveUpAfter = 24 * 3_600_000;
const atOnce = 20;
/** Longer than any send may take: a sender that died leaves its claim, and another takes the message after this. */
const claimMs = 90_000;

export function makeDelivery(deps: DeliveryDeps): Delivery {
  const channels = Object.keys(deps.senders) as Channel[];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function once(): Promise<number> {
    if (channels.length === 0) return 0;
    const due = await claimDue(deps.db, deps.vault, {
      channels,
      now: deps.clock(),
      limit: atOnce,
      claimMs,
      kind: deps.kind,
    });
    await Promise.all(due.map(sendOne));
    return due.length;
  }

  async function sendOne(message: Due): Promise<void> {
    const sender = deps.senders[message.channel];
    if (!sender) return;
    const result: Sent = await sender
      .send(message.address, message.reply, { seenAt: message.seenAt })
      .catch((): Sent => ({ kind: 'later', afterMs: 0, reason: 'sender failed' }));
    deps.sent?.(message.channel, result.kind);
    const now = deps.clock();
    if (result.kind === 'sent') return finishMessage(deps.db, message.id, 'sent', now);
    deps.log.warn(
      { outbox: message.id, channel: message.channel, result: result.kind, reason: result.reason },
      'message not sent',
    );
    if (result.kind === 'failed') return finishMessage(deps.db, message.id, 'failed', now);
    if (result.kind === 'blocked') {
      await finishMessage(deps.db, message.id, 'dropped', now);
      return markBlocked(deps.db, message.identityId, now);
    }
    if (now.getTime() - Date.parse(message.createdAt) > giveUpAfter)
      return finishMessage(deps.db, message.id, 'failed', now);
    const wait = Math.max(
      result.afterMs,
      result.afterMs > 0 ? 0 : (backOff[Math.min(message.attempts, backOff.length - 1)] ?? 1000),
    );
    await postpone(deps.db, message.id, message.attempts + 1, new Date(now.getTime() + wait));
  }

  async function work(): Promise<void> {
    try {
      do {
        again = false;
        while (!stopped && (await once()) > 0);
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
    once,
    wake,
    start() {
      timer = setInterval(wake, deps.every ?? 1000);
      wake();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
