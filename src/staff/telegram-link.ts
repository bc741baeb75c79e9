// A member of staff's Telegram chat is joined to their account by a one-time token, to hear of new leads.
import type { Database } from '../database/open.ts';
import { setTelegramByLink } from './store/by-link.ts';

/** Says what to answer in the chat. */
export async function linkTelegram(db: Database, token: string, chat: string, now: Date): Promise<string> {
  if ((await setTelegramByLink(db, token, chat, now)) === 'used')
    return 'Mã nối này đã dùng rồi hoặc quá hạn. Bạn tạo mã mới ở bàn cán bộ.';
  return 'Đã nối. Có phiếu mới tôi sẽ báo ở đây.';
}
