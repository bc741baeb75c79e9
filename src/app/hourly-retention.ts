// Erases what is past its time and seals what an older version wrote in the clear, at the start and every hour; remembers when it failed or did not believe the clock.
import type { Logger } from 'pino';
import { forgetDeadLetters } from '../channel/store.ts';
import { runRetention } from '../conversation/store/retention.ts';
import type { Database } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import { sealOlder } from '../leads/store/seal-older.ts';

const every = 3_600_000;

export type HourlyRetention = {
  /** Done when the first run is. */
  start: () => Promise<void>;
  stop: () => void;
  /** Why the last run erased less than it might. */
  doubt: () => string | undefined;
};

type Deps = { db: Database; vault: Vault; clock: () => Date; log: Logger };

export function hourlyRetention({ db, vault, clock, log }: Deps): HourlyRetention {
  let timer: NodeJS.Timeout | undefined;
  let lastDoubt: string | undefined;

  async function run(): Promise<void> {
    try {
      const now = clock();
      const { doubt, ...talks } = await runRetention(db, now);
      const report = { ...talks, aside: await forgetDeadLetters(db, now) };
      lastDoubt = doubt;
      if (doubt) log.error({ doubt }, 'retention does not believe the clock');
      if (Object.values(report).some((n) => n > 0)) log.info(report, 'retention done');
      await sealOlder(db, vault);
    } catch (error) {
      lastDoubt = 'the last run failed';
      log.error({ reason: String(error).slice(0, 200) }, 'retention failed; trying again in an hour');
    }
  }

  return {
    start() {
      timer = setInterval(() => void run(), every);
      return run();
    },
    stop: () => clearInterval(timer),
    doubt: () => lastDoubt,
  };
}
