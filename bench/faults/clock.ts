// Faults of the machine's clock: it jumps while people write, and is put right again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Group } from './group.ts';
import { type OneProcess, oneProcess, scratchFolder } from './one-process.ts';

/** Less than a day: what by the clock has waited longer is not sent any more. */
const hour = 3_600_000;
const preload = new URL('../../test/support/jumping-clock.ts', import.meta.url).href;
const fileIn = (folder: string): string => join(folder, 'clock');

/** `offs`: how far off the clock is, one after the other, for two seconds each. */
const jumping = (name: string, offs: readonly number[]): Fault<OneProcess> => ({
  name: `SQLite: clock ${name}, then right again`,
  async strike({ folder }) {
    for (const off of offs) {
      writeFileSync(fileIn(folder), String(off));
      await wait(2000);
    }
    writeFileSync(fileIn(folder), '0');
    return performance.now();
  },
});

export const clockFaults: Group<OneProcess> = {
  prepare() {
    const folder = scratchFolder();
    const env = { NODE_OPTIONS: `--import=${preload}`, JUMPING_CLOCK: fileIn(folder) };
    return oneProcess({ folder, env });
  },
  faults: [
    jumping('an hour ahead', [hour]),
    jumping('an hour back', [-hour]),
    jumping('an hour back, then an hour ahead', [-hour, hour]),
  ],
};
