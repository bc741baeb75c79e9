// Updates written down before they are handled: Zalo forgets each one as soon as it has answered.
import type { ChannelStore } from '../store.ts';
import { readUpdate } from './read.ts';

export type Journal = {
  /** Throws when it could not be written: nothing more may be fetched before it is. */
  write: (update: unknown) => Promise<void>;
  /** Handles what is written, oldest first; returns how many stay because handling failed, with all that follows them in their chat. */
  handle: () => Promise<number>;
};

const prefix = 'zalo-bot.in.';

export function makeJournal(deps: {
  store: ChannelStore;
  clock: () => Date;
  take: (update: unknown) => Promise<unknown>;
  failed: (error: unknown) => void;
}): Journal {
  let count = 0;
  return {
    async write(update) {
      const key = `${prefix}${deps.clock().toISOString()}.${String(count++).padStart(6, '0')}`;
      await deps.store.put(key, JSON.stringify(update ?? null));
    },
    async handle() {
      const stuck = new Set<string>();
      let left = 0;
      for (const { key, value } of await deps.store.list(prefix)) {
        const update: unknown = JSON.parse(value);
        const read = readUpdate(update);
        const chat = read?.kind === 'inbound' ? read.inbound.address : '';
        try {
          if (stuck.has(chat)) throw new Error('an earlier update of this chat is not handled yet');
          await deps.take(update);
          await deps.store.remove(key);
        } catch (error) {
          if (!stuck.has(chat)) deps.failed(error);
          stuck.add(chat);
          left++;
        }
      }
      return left;
    },
  };
}
