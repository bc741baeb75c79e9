// How often something may be done under each of many names.

/** Asked whether `key` may; undefined when not, otherwise how to take it. Asking alone counts nothing. */
export type RateLimit = (key: string, now: number) => (() => void) | undefined;

/** A token bucket per key: `burst` at once, then one every `everyMs`. Of more than `most` keys the one not asked about for longest is forgotten. */
export function makeRateLimit(burst: number, everyMs: number, most = 10_000): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, now) => {
    const bucket = buckets.get(key);
    if (bucket) {
      // A clock set back: who had used up all would otherwise wait until it is there again.
      bucket.at = Math.min(bucket.at, now);
      buckets.delete(key);
      buckets.set(key, bucket);
    }
    const { tokens, at } = bucket ?? { tokens: burst, at: now };
    const left = Math.min(burst, tokens + Math.max(0, now - at) / everyMs);
    if (left < 1) return undefined;
    return () => {
      buckets.delete(key);
      buckets.set(key, { tokens: left - 1, at: now });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= most) break;
        buckets.delete(oldest);
      }
    };
  };
}
