// The one-time link for the first account, printed at the first start; and the one that lets a lost admin back in.
import type { Database } from '../database/open.ts';
import { hasAccounts, setTelegram } from './store/accounts.ts';
import { findLink, makeLink, useLink } from './store/links.ts';

/** Undefined once there is an account. */
export async function firstLink(db: Database, publicUrl: string, now: Date): Promise<string | undefined> {
  return (await hasAccounts(db)) ? undefined : adminLink(db, publicUrl, now);
}

export async function adminLink(db: Database, publicUrl: string, now: Date): Promise<string> {
  return `${publicUrl}/can-bo/moi/${await makeLink(db, { purpose: 'account', role: 'admin' }, now)}`;
}

/** Joins a member of staff's Telegram chat to their account; says what to answer. */
export async function linkTelegram(db: Database, token: string, chat: string, now: Date): Promise<string> {
  const link = await findLink(db, token, 'telegram', now);
  if (!link?.accountId || !(await useLink(db, token, now)))
    return 'Mã nối này đã dùng rồi hoặc quá hạn. Bạn tạo mã mới ở bàn cán bộ.';
  await setTelegram(db, link.accountId, chat, now);
  return 'Đã nối. Có phiếu mới tôi sẽ báo ở đây.';
}
