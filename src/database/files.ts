// Files that hold people's data: read by their owner only from their first moment on, and flushed to the disk.
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** An empty file for others to fill; there must be none of that name. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** A private copy, which a copy by the system is not: that takes the mode of `from` first. There must be none of that name. */
export function copyPrivately(from: string, to: string): void {
  const source = openSync(from, 'r');
  try {
    const copy = openSync(to, 'wx', 0o600);
    try {
      const piece = Buffer.alloc(1024 * 1024);
      for (let read = readSync(source, piece); read > 0; read = readSync(source, piece))
        for (let put = 0; put < read; ) put += writeSync(copy, piece, put, read - put);
    } finally {
      closeSync(copy);
    }
  } finally {
    closeSync(source);
  }
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
