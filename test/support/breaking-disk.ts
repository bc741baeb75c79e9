// A disk of its own that the kernel turns read-only under whoever writes, as it does after a disk error: a small ext4 on a loop device, where mounting is allowed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

export type BreakingDisk = {
  folder: string;
  /** Files already open stay open, writing to them fails; only unmounting and checking the disk helps. */
  turnReadOnly: () => void;
  /** Nobody may have a file open here. */
  repair: () => void;
  /** The database's files may not be written, while the disk may; not the shared index, which is mapped into memory. */
  forbidWriting: () => void;
  allowWriting: () => void;
  remove: () => void;
};

/** The tools of disks lie where not every PATH leads. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString();

/** Undefined where it cannot be made. */
export function makeBreakingDisk(base: string): BreakingDisk | undefined {
  const image = join(base, 'disk.img');
  const folder = join(base, 'disk');
  const mount = (): void => void run('mount', '-o', 'loop,errors=remount-ro', image, folder);
  mkdirSync(folder, { recursive: true });
  try {
    run('truncate', '-s', '64m', image);
    run('mkfs.ext4', '-q', image);
    mount();
  } catch {
    return undefined;
  }
  const mark = (change: '+i' | '-i'): void => {
    const files = readdirSync(folder).filter((f) => /\.db(-wal)?$/.test(f));
    run('chattr', change, ...files.map((f) => join(folder, f)));
  };
  return {
    folder,
    turnReadOnly() {
      const device = basename(run('findmnt', '-no', 'SOURCE', folder).trim());
      run('sh', '-c', `echo 1 > /sys/fs/ext4/${device}/trigger_fs_error`);
    },
    repair() {
      run('umount', folder);
      // Its exit code says that there was something to repair.
      run('sh', '-c', `e2fsck -fy '${image}' || test $? -eq 1`);
      mount();
    },
    forbidWriting: () => mark('+i'),
    allowWriting: () => mark('-i'),
    remove: () => void run('umount', '-l', folder),
  };
}
