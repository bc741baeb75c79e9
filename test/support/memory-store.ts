// A channel's store in memory, and a lease that is always one's own: for tests of one channel alone.

import type { PollLease } from '../../src/channel/poll-lease.ts';
import type { ChannelStore } from '../../src/channel/store.ts';

export const memoryStore = (kept: Map<string, string>): ChannelStore => ({
  get: async (key) => kept.get(key),
  put: async (key, value) => void kept.set(key, value),
  remove: async (key) => void kept.delete(key),
  list: async (prefix) =>
    [...kept].filter(([k]) => k.startsWith(prefix)).map(([key, value]) => ({ key, value })),
  lease: async () => true,
  release: async () => undefined,
});

export const ownLease: PollLease = { take: async () => true, release: async () => undefined };
