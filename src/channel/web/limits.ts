// What the web page can carry, how often one person and one address may post, and how many live pages they may hold open.
import type { Limits } from '../../conversation/message.ts';

export const limits: Limits = { maxText: 20_000, maxChoices: 8, maxLabel: 120, buttons: true };

/** Live pages at once; many people share an address where a mobile network has few. All together leave the half of a process's connections free. */
export const livePages = { person: 5, address: 100, all: 1000 };

/** A token bucket per key: `burst` at once, then one every `everyMs`. Kept small by forgetting full buckets. */
export function makeRateLimit(burst: number, everyMs: number): (key: string, now: number) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, now) => {
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) / everyMs);
    bucket.at = now;
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    buckets.set(key, bucket);
    if (buckets.size > 10_000)
      for (const [k, b] of buckets) if (now - b.at > burst * everyMs) buckets.delete(k);
    return allowed;
  };
}
