// "Có 1 phiếu mới": to members of staff who linked their Telegram; no personal data.
import type { Database } from '../database/open.ts';
import { newLeadListeners } from './store/accounts.ts';

type NoticeDeps = {
  db: Database;
  publicUrl: string;
  telegram: { tell: (chat: string, text: string) => Promise<void> } | undefined;
  log: { warn: (data: object, message: string) => void };
};

export async function tellOfNewLeads(
  count: number,
  { db, publicUrl, telegram, log }: NoticeDeps,
): Promise<void> {
  if (!telegram) return;
  for (const chat of await newLeadListeners(db).catch(() => []))
    await telegram
      .tell(chat, `Có ${count} phiếu mới: ${publicUrl}/can-bo/phieu`)
      .catch(() => log.warn({}, 'staff could not be told on telegram'));
}
