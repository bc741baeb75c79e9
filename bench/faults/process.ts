// Faults of the process and of its SQLite file: killed, told to stop, locked out by another program.
import { setTimeout as wait } from 'node:timers/promises';
import { fileOf } from '../../src/database/open.ts';
import { holderOf } from '../../test/support/holder.ts';
import { stopCleanly } from '../../test/support/process.ts';
import { backup } from './backup.ts';
import type { Fault, Group } from './group.ts';
import { type OneProcess, oneProcess } from './one-process.ts';

const locked = (seconds: number): Fault<OneProcess> => ({
  name: `SQLite: file locked by another program for ${seconds} s`,
  async strike({ scene }) {
    using other = holderOf(fileOf(scene.url));
    await holdAsSoonAs(other.hold);
    await wait(seconds * 1000);
    other.letGo();
    return performance.now();
  },
});

/** The program itself holds the lock for moments. */
async function holdAsSoonAs(hold: () => void): Promise<void> {
  for (;;) {
    try {
      return hold();
    } catch {
      await wait(1);
    }
  }
}

export const processFaults: Group<OneProcess> = {
  prepare: oneProcess,
  faults: [
    {
      name: 'SQLite: kill -9, started again',
      crash: true,
      sendsMayRepeat: true,
      async strike({ program }) {
        const from = performance.now();
        await program.kill('SIGKILL');
        await program.start();
        return from;
      },
    },
    {
      name: 'SQLite: SIGTERM, started again',
      crash: true,
      async strike({ program }) {
        await stopCleanly(program);
        const from = performance.now();
        await program.start();
        return from;
      },
    },
    locked(3),
    locked(8),
    backup(),
  ],
};
