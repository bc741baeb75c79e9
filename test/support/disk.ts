// A disk that a test can fill: a small tmpfs of its own where mounting is allowed, else a limit on how far the program's files may grow.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Disk = {
  folder: string;
  /** What was possible here: a real full disk, or files that may not grow. */
  kind: 'tmpfs' | 'prlimit' | 'none';
  fault: string;
  fill: (pid: number) => void;
  free: (pid: number) => void;
  remove: () => void;
};

const run = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export function makeDisk(folder: string, megabytes = 24): Disk {
  mkdirSync(folder, { recursive: true });
  const filler = join(folder, 'filler');
  if (run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder))
    return {
      folder,
      kind: 'tmpfs',
      fault: 'disk full',
      fill() {
        for (let size = 8 * 2 ** 20; size >= 4096; size /= 2) while (tryAppend(filler, size));
      },
      free: () => rmSync(filler, { force: true }),
      remove: () => void run('umount', '-l', folder),
    };
  const limit = (pid: number, bytes: string): boolean =>
    run('prlimit', '--pid', String(pid), `--fsize=${bytes}:`);
  if (limit(process.pid, 'unlimited'))
    return {
      folder,
      kind: 'prlimit',
      fault: 'disk fault',
      fill: (pid) => void limit(pid, '4096'),
      free: (pid) => void limit(pid, 'unlimited'),
      remove: () => undefined,
    };
  return {
    folder,
    kind: 'none',
    fault: '',
    fill: () => undefined,
    free: () => undefined,
    remove: () => undefined,
  };
}

function tryAppend(file: string, size: number): boolean {
  try {
    writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    return true;
  } catch {
    return false;
  }
}
