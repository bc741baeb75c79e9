// Long polling by one process: what came in is saved before Telegram is told to forget it, and one talk that cannot be saved stops no other.
import type { Update } from 'grammy/types';
import { keepTurn, type Turn } from '../turn.ts';

export type PollDeps = {
  /** Waits up to `seconds` for updates from `offset` on; gives up when `signal` says so. */
  getUpdates: (offset: number, seconds: number, signal: AbortSignal) => Promise<Update[]>;
  /** Done once the update is saved; false when there was nothing to save. */
  handle: (update: Update) => Promise<boolean>;
  take: Turn['take'];
  log: { warn: (data: object, message: string) => void };
  sleep: (ms: number) => Promise<void>;
};

const pollSeconds = 25;
/** Longer than a poll takes when all is well: a network that hangs is let go. */
const hungMs = 40_000;
const mostTries = 10;

/** Polls while this process has its turn and `stop` is not aborted. Throws what getUpdates throws. */
export async function pollUpdates(deps: PollDeps, stop: AbortSignal): Promise<void> {
  const turn = new AbortController();
  const letGo = keepTurn(deps.take, () => turn.abort());
  const over = AbortSignal.any([stop, turn.signal]);
  let offset = 0;
  let tries = 0;
  try {
    while (!over.aborted) {
      const patience = AbortSignal.any([over, AbortSignal.timeout(hungMs)]);
      const updates = await deps.getUpdates(offset, pollSeconds, patience);
      const results = await Promise.allSettled(updates.map(deps.handle));
      const failed = results.findIndex((r) => r.status === 'rejected');
      const stuck = updates[failed];
      if (!stuck) {
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
        tries = 0;
        continue;
      }
      tries++;
      // One that needs no saving says nothing of whether saving works.
      const others = results.some((r) => r.status === 'fulfilled' && r.value);
      const giveUp = others && tries >= mostTries;
      deps.log.warn(
        { update: stuck.update_id, tries },
        giveUp
          ? 'telegram update given up: it fails while others are saved'
          : 'telegram update not saved; trying again',
      );
      offset = giveUp ? stuck.update_id + 1 : stuck.update_id;
      if (giveUp) tries = 0;
      else await deps.sleep(Math.min(250 * 2 ** tries, 5000));
    }
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    letGo();
  }
}
