// What the web page can carry, and how often one address may post.
import type { Limits } from '../../conversation/message.ts';

export const limits: Limits = { maxText: 20_000, maxChoices: 8, maxLabel: 120, buttons: true };

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
