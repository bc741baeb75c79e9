// Which process polls: the one of those that share a database that holds the lease and goes on renewing it; another takes it over from one that died.
import type { ChannelStore } from './store.ts';

/** So long after one has died another may poll. */
const leaseMs = 20_000;
const renewMs = 5000;

export type PollLease = {
  /** True while this process has it; asked again and again. Throws when the store does not say. */
  take: () => Promise<boolean>;
  /** For good: it is not taken again, not even by a taking under way. */
  release: () => Promise<void>;
};

/** `alone`: no other process shares the database, so a lease found at the start was left by one that died. */
export function makePollLease(store: ChannelStore, key: string, owner: string, alone: boolean): PollLease {
  let left = alone;
  let released = false;
  const underWay = new Set<Promise<boolean>>();

  async function lease(): Promise<boolean> {
    if (left) await store.remove(key);
    left = false;
    return store.lease(key, owner, leaseMs);
  }

  return {
    async take() {
      if (released) return false;
      const taking = lease();
      underWay.add(taking);
      return taking.finally(() => underWay.delete(taking));
    },
    async release() {
      released = true;
      await Promise.allSettled(underWay);
      await store.release(key, owner).catch(() => undefined);
    },
  };
}

/** Takes the lease again and again, until the returned function is called; `lost` when another has it or the store does not say. */
export function keepRenewing(
  take: PollLease['take'],
  lost: () => void = () => undefined,
  everyMs = renewMs,
): () => void {
  const renew = setInterval(() => {
    void take()
      .catch(() => false)
      .then((mine) => mine || lost());
  }, everyMs);
  return () => clearInterval(renew);
}
