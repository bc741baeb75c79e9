// Waits a while, and not on once it is all over.
import { setTimeout as timer } from 'node:timers/promises';

export type Rest = (ms: number, over?: AbortSignal) => Promise<void>;

export const rest: Rest = (ms, over) => timer(ms, undefined, over && { signal: over }).catch(() => undefined);
