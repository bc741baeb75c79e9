// What came in and is not handled yet, written down: it outlives the process, keeps its order within a chat, and no chat waits for another.
import { randomUUID } from 'node:crypto';
import { givenUpPrefix, oldestKept, unknownPrefix } from './dead-letters.ts';
import type { Sleep } from './sleep.ts';
import type { ChannelStore } from './store.ts';

export type Journal = {
  /** False when it is no update this version knows: it is kept aside. Throws when it could not be written. */
  write: (update: unknown) => Promise<boolean>;
  /** Takes up what is written and not in hand: left by a crash, or by another process that died. */
  resume: () => Promise<void>;
  /** True while something of this chat waits: what follows is to be written behind it. */
  holds: (chat: string) => boolean;
  /** How many wait because handling failed, with all that follows them in their chats. */
  stuck: () => number;
  /** After a stop: done when nothing is being handled any more. */
  settled: () => Promise<void>;
};

type JournalDeps = {
  /** Its keys begin with this. */
  channel: string;
  store: ChannelStore;
  clock: () => Date;
  /** `undefined` for what is no update. */
  chatOf: (update: unknown) => string | undefined;
  handle: (update: unknown) => Promise<unknown>;
  stop: AbortSignal;
  sleep: Sleep;
  /** How long one is tried again, ms; a day unless told. */
  giveUpMs?: number;
  log: Record<'warn' | 'error', (data: object, message: string) => void>;
};

type Entry = { key: string; update: unknown };
type Line = { entries: Entry[]; failing: boolean; done: Promise<void> };

const firstWait = 1000;
/** A talk that was held is taken up again this soon after it is free. */
const longestWait = 15_000;
/** More of them say nothing new. */
const mostUnknown = 1000;
/** What is sent is given up after as long. */
const giveUpMs = 24 * 3_600_000;

export function makeJournal(deps: JournalDeps): Journal {
  const { store, stop } = deps;
  const prefix = `${deps.channel}.in.`;
  const unknown = unknownPrefix(deps.channel);
  let unknowns: number | undefined;
  let count = 0;
  const inHand = new Set<string>();
  /** What was finished while a list was being read, in which it may still stand. */
  let finished: Set<string> | undefined;
  const nameOf = (key: string): string => key.slice(key.indexOf('.', deps.channel.length + 1) + 1);
  /** By chat, oldest first. */
  const lines = new Map<string, Line>();

  function enter(chat: string, entry: Entry): void {
    inHand.add(entry.key);
    const waiting = lines.get(chat);
    if (waiting) return void waiting.entries.push(entry);
    const line: Line = { entries: [entry], failing: false, done: Promise.resolve() };
    lines.set(chat, line);
    line.done = work(chat, line);
  }

  async function work(chat: string, line: Line): Promise<void> {
    let wait = firstWait;
    let failingSince: number | undefined;
    for (let entry = line.entries[0]; entry; entry = line.entries[0]) {
      try {
        await deps.handle(entry.update);
        await store.remove(entry.key);
      } catch (error) {
        // They stay written, and the line stands for what may still follow: the next process takes them up.
        if (stop.aborted) return;
        line.failing = true;
        failingSince ??= performance.now();
        const reason = String(error).slice(0, 120);
        const late = performance.now() - failingSince > (deps.giveUpMs ?? giveUpMs);
        if (!late || !(await giveUp(entry.key, reason, 'it fails while the store works'))) {
          deps.log.warn({ reason, retryInMs: wait }, `${deps.channel} update not handled; trying again`);
          await deps.sleep(wait, stop);
          wait = Math.min(wait * 2, longestWait);
          continue;
        }
      }
      wait = firstWait;
      failingSince = undefined;
      line.failing = false;
      line.entries.shift();
      inHand.delete(entry.key);
      finished?.add(entry.key);
    }
    lines.delete(chat);
  }

  /** Only its name is kept, and it is tried no more; false when the store does not even take that: then it is the store that fails. */
  async function giveUp(key: string, reason: string, why: string): Promise<boolean> {
    try {
      await store.put(givenUpPrefix(deps.channel) + nameOf(key), JSON.stringify({ reason }));
      await store.remove(key);
    } catch {
      return false;
    }
    deps.log.error({ reason }, `${deps.channel} update given up: ${why}`);
    return true;
  }

  function readRow(value: string | undefined): { update: unknown; chat: string | undefined } | undefined {
    try {
      const update: unknown = JSON.parse(value ?? '');
      return { update, chat: deps.chatOf(update) };
    } catch {
      return undefined;
    }
  }

  /** At the first look: what this version can read is taken up. Returns how many stay unread. */
  async function lookAside(): Promise<number> {
    const oldest = oldestKept(deps.clock());
    let left = 0;
    for (const { key, value } of await store.list(unknown)) {
      const row = nameOf(key) < oldest ? undefined : readRow(value);
      if (row?.chat === undefined) left++;
      else enter(row.chat, { key, update: row.update });
    }
    return left;
  }

  async function keepUnknown(name: string, update: unknown): Promise<void> {
    unknowns ??= await lookAside();
    if (unknowns >= mostUnknown) return;
    await store.put(unknown + name, JSON.stringify(update));
    deps.log.warn({ kept: ++unknowns, most: mostUnknown }, `${deps.channel} body is no update; kept aside`);
  }

  return {
    async write(update) {
      // Two processes may write within one millisecond.
      const at = `${deps.clock().toISOString()}.${String(count++).padStart(6, '0')}`;
      const name = `${at}.${randomUUID()}`;
      const chat = deps.chatOf(update);
      if (chat === undefined) {
        await keepUnknown(name, update);
        return false;
      }
      const key = prefix + name;
      inHand.add(key);
      try {
        await store.put(key, JSON.stringify(update));
      } catch (error) {
        inHand.delete(key);
        throw error;
      }
      enter(chat, { key, update });
      return true;
    },
    async resume() {
      unknowns ??= await lookAside();
      const gone = new Set<string>();
      finished = gone;
      try {
        for (const { key, value } of await store.list(prefix)) {
          if (inHand.has(key) || gone.has(key)) continue;
          const row = readRow(value);
          if (row) enter(row.chat ?? '', { key, update: row.update });
          else await giveUp(key, 'unreadable', 'what was written down cannot be read');
        }
      } finally {
        finished = undefined;
      }
    },
    holds: (chat) => lines.has(chat),
    stuck: () => [...lines.values()].filter((l) => l.failing).reduce((sum, l) => sum + l.entries.length, 0),
    async settled() {
      await Promise.all([...lines.values()].map((l) => l.done));
    },
  };
}
