// Long polling by one process at a time: an update is written down and handled beside the next poll; an empty answer (408) is normal, errors are waited out.
import type { Health } from '../health.ts';
import type { Journal } from '../journal.ts';
import { keepRenewing, type PollLease } from '../poll-lease.ts';
import type { Sleep } from '../sleep.ts';
import type { ZaloBotApi } from './api.ts';
import { noteTrouble, troubleOf } from './errors.ts';
import { updatesOf } from './read.ts';

export type PollDeps = {
  api: ZaloBotApi;
  health: Health;
  journal: Journal;
  lease: PollLease;
  sleep: Sleep;
  stop: AbortSignal;
  log: { warn: (data: object, message: string) => void; error: (data: object, message: string) => void };
};

const pollSeconds = 30;
const longestWait = 60_000;
/** Empty polls begin no sooner one after the other. */
const leastMs = 1000;
/** So many in a row are trouble; it is looked into anew after so many more. */
const quickMost = 5;
const quickAgain = 60;
/** Our own database is asked again sooner: Zalo is deaf meanwhile. */
const longestStoreWait = 5000;
/** When we stop, what could not be written is tried this often more. */
const triesAtStop = 10;
const waitAtStop = 500;
/** What people write while nobody polls is lost, so whoever stands by looks often. */
const standbyMs = 1000;

export function makePolling(deps: PollDeps): { run: () => Promise<void> } {
  const { api, health, journal, lease, stop, log } = deps;
  let wait = 1000;
  let mine = false;
  /** Polls in a row that ended at once with nothing. */
  let quick = 0;

  async function pause(longest: number): Promise<void> {
    await deps.sleep(Math.min(wait, longest), stop);
    wait = Math.min(wait * 2, longest);
  }

  /** Zalo has forgotten it already: nothing else is done before it is written. */
  async function writeDown(update: unknown): Promise<boolean> {
    for (let late = 0; ; ) {
      try {
        return await journal.write(update);
      } catch (error) {
        health.say('in', { ok: false, what: 'unreachable', detail: 'journal not written' });
        log.error({ reason: String(error).slice(0, 120) }, 'zalo-bot update not written down; trying again');
        if (stop.aborted && late++ >= triesAtStop) throw error;
        if (stop.aborted) await deps.sleep(waitAtStop);
        else await pause(longestStoreWait);
      }
    }
  }

  async function once(): Promise<void> {
    if (!(await lease.take())) {
      mine = false;
      health.say('in', { ok: true, what: 'standby', detail: 'another process polls' });
      return deps.sleep(standbyMs, stop);
    }
    if (!mine) {
      await journal.resume();
      sayPolling();
      mine = true;
    }
    // A poll that is open when another takes the lease is let end: what it brings is Zalo's only copy.
    const letGo = keepRenewing(lease.take);
    try {
      await poll();
    } finally {
      letGo();
    }
  }

  function sayPolling(): void {
    const stuck = journal.stuck();
    const detail = stuck ? `polling; ${stuck} to be tried again` : 'polling';
    health.say('in', { ok: true, what: 'polling', detail });
  }

  async function poll(): Promise<void> {
    const began = performance.now();
    const patience = AbortSignal.timeout((pollSeconds + 10) * 1000);
    const answer = await api('getUpdates', { timeout: String(pollSeconds) }, patience);
    if (!answer.ok && answer.code !== 408) {
      const state = troubleOf(answer);
      health.say('in', state);
      noteTrouble(log, state, wait, 'zalo-bot polling failed');
      return pause(longestWait);
    }
    let known = 0;
    for (const update of answer.ok ? updatesOf(answer.result) : []) if (await writeDown(update)) known++;
    wait = 1000;
    if (known > 0) quick = 0;
    else await heardNothing(performance.now() - began);
    if (quick < quickMost) sayPolling();
  }

  /** Zalo holds an empty poll for half a minute; one that does not must not make us spin, and may come of a webhook that somebody set since. */
  async function heardNothing(tookMs: number): Promise<void> {
    // A process that died after it lost the lease may have left something.
    await journal.resume();
    quick = tookMs < leastMs ? quick + 1 : 0;
    if (quick === 0) return;
    if (quick % quickAgain === quickMost) {
      const detail = 'zalo answers at once that there is nothing';
      health.say('in', { ok: false, what: 'refused', detail });
      log.warn(
        { polls: quick },
        'zalo-bot polls are answered at once with nothing; deleting the webhook again',
      );
      await api('deleteWebhook', {});
    }
    await deps.sleep(leastMs - tookMs, stop);
  }

  return {
    async run() {
      while (!stop.aborted) {
        try {
          await once();
        } catch (error) {
          health.say('in', { ok: false, what: 'unreachable', detail: 'store unreachable' });
          log.warn({ reason: String(error).slice(0, 120) }, 'zalo-bot polling failed');
          await pause(longestStoreWait);
        }
      }
    },
  };
}
