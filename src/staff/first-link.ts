// The one-time link for the first account, printed at the first start; and the one that lets a lost admin back in.
import type { Database } from '../database/open.ts';
import { hasAccounts } from './store/accounts.ts';
import { setTelegramByLink } from './store/by-link.ts';
import { makeLink } from './store/links.ts';

/** Undefined once there is an account. */
export async function firstLink(db: Database, publicUrl: string, now: Date): Promise<string | undefined> {
  return (await hasAccounts(db)) ? undefined : adminLink(db, publicUrl, now);
}

export async function adminLink(db: Database, publicUrl: string, now: Date): Promise<string> {
  return `${publicUrl}/can-bo/moi/${await makeLink(db, { purpose: 'account', role: 'admin' }, now)}`;
}

/** Joins a member of staff's Telegram chat to their account; says what to answer. */
export async function linkTelegram(db: Database, token: string, chat: string, now: Date): Promise<string> {
  if ((await setTelegramByLink(db, token, chat, now)) === 'used')
    return 'Mã nối này đã dùng rồi hoặc quá hạn. Bạn tạo mã mới ở bàn cán bộ.';
  return 'Đã nối. Có phiếu mới tôi sẽ báo ở đây.';
}
