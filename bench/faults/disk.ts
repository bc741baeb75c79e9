// Faults of the disk under the SQLite file: full, not to be written, turned read-only by the kernel.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BreakingDisk, makeBreakingDisk } from '../../test/support/breaking-disk.ts';
import { type Disk, makeDisk } from '../../test/support/disk.ts';
import { stopCleanly } from '../../test/support/process.ts';
import type { Group } from './group.ts';
import { type OneProcess, oneProcess, scratchFolder } from './one-process.ts';

const faultMs = 2500;
/** Fault or not, the file grows with every trial. */
const diskMegabytes = 128;

function notHere(folder: string, why: string): string {
  rmSync(folder, { recursive: true, force: true });
  return why;
}

export const fullDiskFaults: Group<OneProcess & { disk: Disk }> = {
  async prepare() {
    const folder = scratchFolder();
    const disk = makeDisk(join(folder, 'disk'), diskMegabytes);
    if (disk.kind !== 'tmpfs') return notHere(folder, 'a disk that is really full needs a mount of tmpfs');
    return { disk, ...(await oneProcess({ folder, fileFolder: disk.folder, remove: disk.remove })) };
  },
  faults: [
    {
      name: 'SQLite: disk full for 2.5 s',
      async strike({ disk, program }) {
        disk.fill(program.pid());
        await wait(faultMs);
        disk.free(program.pid());
        return performance.now();
      },
    },
  ],
};

export const readOnlyFaults: Group<OneProcess & { disk: BreakingDisk }> = {
  async prepare() {
    const folder = scratchFolder();
    const disk = makeBreakingDisk(folder);
    if (!disk) return notHere(folder, 'a disk that turns read-only needs a loop mount of ext4');
    return { disk, ...(await oneProcess({ folder, fileFolder: disk.folder, remove: disk.remove })) };
  },
  faults: [
    {
      name: 'SQLite: file not to be written for 2.5 s',
      async strike({ disk }) {
        disk.forbidWriting();
        await wait(faultMs);
        disk.allowWriting();
        return performance.now();
      },
    },
    {
      name: 'SQLite: disk turned read-only by the kernel; stopped, repaired, started again',
      crash: true,
      // What was sent cannot be noted down before the program ends.
      sendsMayRepeat: true,
      async strike({ disk, program }) {
        disk.turnReadOnly();
        await wait(faultMs);
        await stopCleanly(program);
        disk.repair();
        const from = performance.now();
        await program.start();
        return from;
      },
    },
  ],
};
