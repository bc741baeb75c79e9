// Translates a Telegram update into the common message; private chats only (core.telegram.org/bots/api#update).
import type { Update } from 'grammy/types';
import type { Inbound, Said } from '../../conversation/message.ts';

/** `callback` must be answered so that the button stops spinning; a `staff-link` links a member of staff's own chat. */
export type Read =
  | { kind: 'inbound'; inbound: Omit<Inbound, 'receivedAt'>; callback?: string }
  | { kind: 'staff-link'; token: string; chat: string }
  | { kind: 'ignore' };

/** The commands shown in Telegram's menu; their names may hold only a-z, 0-9 and _. */
export const commands = [
  { command: 'dang_ky', description: 'Đăng ký lập nhóm', does: 'do:register' },
  { command: 'can_bo', description: 'Gặp cán bộ', does: 'do:staff' },
  { command: 'thong_tin', description: 'Thông tin của tôi: xem, sửa, xóa', does: 'do:my-data' },
  { command: 'dung', description: 'Dừng việc đang làm', does: 'do:stop' },
  { command: 'tro_giup', description: 'Hỏi được những gì', does: 'do:menu' },
] as const;

export function readUpdate(update: Update): Read {
  const messageId = `u${update.update_id}`;
  const press = update.callback_query;
  if (press) {
    const chat = press.message?.chat;
    if (chat?.type !== 'private' || press.data === undefined) return { kind: 'ignore' };
    const said: Said = { kind: 'choose', id: press.data };
    return {
      kind: 'inbound',
      inbound: { channel: 'telegram', address: String(chat.id), messageId, said },
      callback: press.id,
    };
  }
  const message = update.message;
  if (message?.chat.type !== 'private' || message.from?.is_bot) return { kind: 'ignore' };
  const address = String(message.chat.id);
  const inbound = (said: Said): Read => ({
    kind: 'inbound',
    inbound: { channel: 'telegram', address, messageId, said },
  });
  if (message.contact) {
    const own = message.contact.user_id !== undefined && message.contact.user_id === message.from?.id;
    if (!own) return inbound({ kind: 'text', text: message.contact.phone_number });
    return inbound({
      kind: 'contact',
      phone: message.contact.phone_number,
      name: message.contact.first_name,
    });
  }
  const text = message.text ?? message.caption;
  if (text === undefined) return inbound({ kind: 'unsupported' });
  const command = /^\/([a-z0-9_]+)(?:@\w+)?(?:\s+(.*))?$/is.exec(text);
  if (!command) return inbound({ kind: 'text', text });
  const [, name = '', rest = ''] = command;
  if (name.toLowerCase() === 'start') {
    const staff = /^staff_([A-Za-z0-9_-]{20,64})$/.exec(rest.trim());
    if (staff?.[1]) return { kind: 'staff-link', token: staff[1], chat: address };
    return inbound({ kind: 'start', ...(rest.trim() ? { source: rest.trim() } : {}) });
  }
  const known = commands.find((c) => c.command === name.toLowerCase());
  return known
    ? inbound({ kind: 'choose', id: known.does })
    : inbound({ kind: 'text', text: `${name.replaceAll('_', ' ')} ${rest}`.trim() });
}
