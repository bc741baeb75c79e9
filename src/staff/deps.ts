// What the desk is handed, and what each request carries once its session is known.
import type { Hono } from 'hono';
import type { Channel, Limits } from '../conversation/message.ts';
import type { Shown } from '../conversation/show/turn.ts';
import type { Database } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Session } from './store/sessions.ts';

/** A channel as the desk shows it; without a state it is not set up. */
export type ChannelShown = {
  channel: Channel;
  state: { ok: boolean; what: string; detail: string } | undefined;
  window: Limits['window'];
};
export type DeskDeps = {
  db: Database;
  vault: Vault;
  knowledge: () => Knowledge;
  clock: () => Date;
  publicUrl: string;
  /** Answers a question as of a day, the way a person would see it. */
  tryQuestion: (question: string, day: string) => Shown;
  /** Every channel people may come by, and how it stands now. */
  channels: () => Promise<ChannelShown[]>;
  /** The bot answers in a talk again, and tells the person so; false when there is no such talk. */
  giveBack: (conversationId: string, by: { accountId: string; now: Date }) => Promise<boolean>;
  /** Wakes the outbox after something was queued. */
  wake: () => void;
  /** Whether the Telegram channel is set up, so that a member of staff's chat can be joined. */
  hasTelegram: boolean;
};
export type DeskEnv = { Variables: { session: Session } };
export type Pages = (app: Hono<DeskEnv>, deps: DeskDeps) => void;
