// Lets a program of its own learn before a first start: learning takes half a gigabyte that a process once given never gives back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../cli/learn.ts');

/** Resolved once it has ended; what it could not keep is learnt again where it is needed. Rejects when it is ended before that, by `stop` or by a signal of its own. */
export async function learnAside(stop: AbortSignal): Promise<void> {
  const learner = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: stop,
  });
  const [, signal] = (await once(learner, 'exit')) as [number | null, NodeJS.Signals | null];
  if (signal) throw new Error(`learning was ended by ${signal}`);
}
