// Long polling by one process: what came in is saved, or at least written down, before Telegram is told to forget it; one talk that is held stops no other.
import type { Update } from 'grammy/types';
import { keepRenewing, type PollLease } from '../poll-lease.ts';
import type { Sleep } from '../sleep.ts';

export type PollDeps = {
  /** Waits up to `seconds` for updates from `offset` on; gives up when `signal` says so. */
  getUpdates: (offset: number, seconds: number, signal: AbortSignal) => Promise<Update[]>;
  /** Done once the update is saved. */
  handle: (update: Update) => Promise<void>;
  /** Writes down one that could not be saved, to be tried again beside the poll; throws when that fails too. */
  keep: (update: Update) => Promise<unknown>;
  take: PollLease['take'];
  log: { warn: (data: object, message: string) => void };
  sleep: Sleep;
};

const pollSeconds = 25;
/** Longer than a poll takes when all is well: a network that hangs is let go. */
const hungMs = 40_000;

/** Polls while this process holds the lease and `stop` is not aborted. Throws what getUpdates throws. */
export async function pollUpdates(deps: PollDeps, stop: AbortSignal): Promise<void> {
  const leaseLost = new AbortController();
  const letGo = keepRenewing(deps.take, () => leaseLost.abort());
  const over = AbortSignal.any([stop, leaseLost.signal]);
  let offset = 0;
  let tries = 0;

  /** One after the other: they keep the order of their chat. */
  async function firstLost(unsaved: readonly Update[]): Promise<Update | undefined> {
    for (const update of unsaved) {
      const kept = await deps.keep(update).then(
        () => true,
        () => false,
      );
      if (!kept) return update;
    }
    return undefined;
  }

  try {
    while (!over.aborted) {
      const patience = AbortSignal.any([over, AbortSignal.timeout(hungMs)]);
      const updates = await deps.getUpdates(offset, pollSeconds, patience);
      const results = await Promise.allSettled(updates.map(deps.handle));
      const lost = await firstLost(updates.filter((_, i) => results[i]?.status === 'rejected'));
      if (!lost) {
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
        tries = 0;
        continue;
      }
      tries++;
      deps.log.warn({ update: lost.update_id, tries }, 'telegram update not saved; trying again');
      offset = lost.update_id;
      await deps.sleep(Math.min(250 * 2 ** tries, 5000), over);
    }
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    letGo();
  }
}
