// What the desk is handed, and what each request carries once its session is known.
import type { Hono } from 'hono';
import type { Shown } from '../conversation/show.ts';
import type { Database } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Session } from './store/sessions.ts';

export type DeskDeps = {
  db: Database;
  vault: Vault;
  knowledge: () => Knowledge;
  clock: () => Date;
  publicUrl: string;
  /** Answers a question as of a day, the way a person would see it. */
  tryQuestion: (question: string, day: string) => Shown;
  /** Wakes the outbox after something was queued. */
  wake: () => void;
  /** Telegram's name of our bot, for the link that joins a member of staff's chat; absent without Telegram. */
  telegramName: () => string | undefined;
};
export type DeskEnv = { Variables: { session: Session } };
export type Pages = (app: Hono<DeskEnv>, deps: DeskDeps) => void;
