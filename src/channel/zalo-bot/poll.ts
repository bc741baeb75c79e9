// Long polling by one process at a time: an update is journaled, then handled; an empty answer (408) is normal, errors are waited out.
import type { Health } from '../health.ts';
import { keepTurn, type Turn } from '../turn.ts';
import type { ZaloBotApi } from './api.ts';
import { noteTrouble, troubleOf } from './errors.ts';
import type { Journal } from './journal.ts';

export type PollDeps = {
  api: ZaloBotApi;
  health: Health;
  journal: Journal;
  turn: Turn;
  sleep: (ms: number) => Promise<void>;
  stopping: () => boolean;
  log: { warn: (data: object, message: string) => void; error: (data: object, message: string) => void };
};

const pollSeconds = 30;
const longestWait = 60_000;
/** What people write while nobody polls is lost, so whoever stands by looks often. */
const standbyMs = 1000;

export function makePolling(deps: PollDeps): { run: () => Promise<void> } {
  const { api, health, journal, turn, log } = deps;
  let wait = 1000;

  async function pause(): Promise<void> {
    await deps.sleep(wait);
    wait = Math.min(wait * 2, longestWait);
  }

  /** Zalo has forgotten it already: nothing else is done before it is written. */
  async function writeDown(update: unknown): Promise<void> {
    for (;;) {
      try {
        return await journal.write(update);
      } catch (error) {
        health.say('in', { ok: false, what: 'unreachable', detail: 'journal not written' });
        log.error({ reason: String(error).slice(0, 120) }, 'zalo-bot update not written down; trying again');
        if (deps.stopping()) throw error;
        await pause();
      }
    }
  }

  async function once(): Promise<void> {
    if (!(await turn.take())) {
      health.say('in', { ok: true, what: 'standby', detail: 'another process polls' });
      return deps.sleep(standbyMs);
    }
    // A poll that is open when another takes the turn is let end: what it brings is Zalo's only copy.
    const letGo = keepTurn(turn.take);
    try {
      await poll();
    } finally {
      letGo();
    }
  }

  async function poll(): Promise<void> {
    await journal.handle();
    const patience = AbortSignal.timeout((pollSeconds + 10) * 1000);
    const answer = await api('getUpdates', { timeout: String(pollSeconds) }, patience);
    if (answer.ok) await writeDown(answer.result);
    else if (answer.code !== 408) {
      const state = troubleOf(answer);
      health.say('in', state);
      noteTrouble(log, state, wait, 'zalo-bot polling failed');
      return pause();
    }
    const left = await journal.handle();
    health.say('in', {
      ok: true,
      what: 'polling',
      detail: left ? `polling; ${left} to be tried again` : 'polling',
    });
    wait = 1000;
  }

  return {
    async run() {
      while (!deps.stopping()) {
        try {
          await once();
        } catch (error) {
          health.say('in', { ok: false, what: 'unreachable', detail: 'store unreachable' });
          log.warn({ reason: String(error).slice(0, 120) }, 'zalo-bot polling failed');
          await pause();
        }
      }
    },
  };
}
