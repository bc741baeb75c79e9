// A channel's store in memory, and a turn that is always one's own: for tests of one channel alone.
import type { ChannelStore } from '../../src/channel/store.ts';
import type { Turn } from '../../src/channel/turn.ts';

export const memoryStore = (kept: Map<string, string>): ChannelStore => ({
  get: async (key) => kept.get(key),
  put: async (key, value) => void kept.set(key, value),
  remove: async (key) => void kept.delete(key),
  list: async (prefix) =>
    [...kept].filter(([k]) => k.startsWith(prefix)).map(([key, value]) => ({ key, value })),
  lease: async () => true,
  release: async () => undefined,
});

export const ownTurn: Turn = { take: async () => true, release: async () => undefined };
