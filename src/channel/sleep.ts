// Waits a while, or until a signal says that it is all over.
import { setTimeout as timer } from 'node:timers/promises';

export type Sleep = (ms: number, over?: AbortSignal) => Promise<void>;

export const interruptibleSleep: Sleep = (ms, over) =>
  timer(ms, undefined, over && { signal: over }).catch(() => undefined);
