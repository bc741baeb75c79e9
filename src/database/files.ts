// Files that hold people's data: read by their owner only from their first moment on, and flushed to the disk.
import { chmodSync, closeSync, existsSync, fsyncSync, openSync } from 'node:fs';

/** An empty file for others to fill; there must be none of that name. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** A file that is there already, or none. One that belongs to another user is theirs to close. */
export function keepPrivate(file: string): void {
  try {
    if (existsSync(file)) chmodSync(file, 0o600);
  } catch {
    // Whoever cannot work with it will say so.
  }
}

/** A file's content, or a folder's names. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
