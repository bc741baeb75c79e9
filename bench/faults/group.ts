// A group of faults that happen in the same place, one after the other: how the place is made, how each fault is made in it, and what the program promises of it.
import type { Load } from './load.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';

export type Place = { scene: Scene; close: () => Promise<void> };

export type Fault<P> = {
  name: string;
  /** The process ends without a word: only messages begun after it count as handled again. */
  crash?: true;
  /** A send under way may go out once more; otherwise none may. */
  sendsMayRepeat?: true;
  /** Begins only when nothing waits to be sent: what an earlier trial left would be hit a second time. */
  calmFirst?: true;
  /** Makes the fault under load and ends it; returns the moment from which recovery counts, by performance.now(). */
  strike: (place: P, load: Load, trial: number) => Promise<number>;
  /** The moment of the first work done again, where it is not the first message taken. */
  back?: (place: P) => Promise<number>;
  /** What this fault alone can show, beside what every fault is looked at for. */
  alsoFound?: () => Outcome;
};

export type Group<P extends Place> = {
  /** A sentence instead of a place says why nothing of it can be tried here. */
  prepare: () => Promise<P | string>;
  faults: readonly Fault<P>[];
};
