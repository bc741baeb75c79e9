// Files that hold people's data are read by their owner only, from their first moment on.
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

/** An empty file for others to fill; there must be none of that name. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** A file that is there already. One that belongs to another user is theirs to close. */
export function keepPrivate(file: string): void {
  try {
    if (existsSync(file)) chmodSync(file, 0o600);
  } catch {
    // Whoever cannot work with it will say so.
  }
}
