// Translates a Zalo Bot update into the common message: private chats only, both body shapes (bot.zapps.me/docs, webhook and getUpdates).
import { z } from 'zod';
import type { Inbound } from '../../conversation/message.ts';
import { PlatformId } from '../json.ts';

const Message = z.object({
  message_id: PlatformId,
  chat: z.object({ id: PlatformId, chat_type: z.string().optional() }),
  from: z.object({ is_bot: z.boolean().optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
});
const Update = z.object({ event_name: z.string(), message: z.unknown().optional() });

export type Read =
  | { kind: 'inbound'; inbound: Omit<Inbound, 'receivedAt'> }
  | { kind: 'ignore'; why: string };

/** Webhooks were seen both bare and wrapped in `{ok, result}`; getUpdates always wraps, and its wrapper is taken off before. */
export function isWrapped(body: unknown): body is { ok: true; result: unknown } {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === true && 'result' in body;
}

/** One update and no list, say the documents; nothing when an answer holds none. */
export function updatesOf(result: unknown): unknown[] {
  const all = Array.isArray(result) ? result : [result];
  return all.filter((u) => u !== undefined && u !== null && Object.keys(u).length > 0);
}

/** `undefined` when the body is no update at all. */
export function readUpdate(body: unknown): Read | undefined {
  const update = Update.safeParse(isWrapped(body) ? body.result : body);
  if (!update.success) return undefined;
  const event = update.data.event_name;
  if (!/^message\.(?:text|image|sticker|voice|unsupported|link)\.received$/.test(event))
    return { kind: 'ignore', why: `event ${event.slice(0, 40)}` };
  const read = Message.safeParse(update.data.message);
  if (!read.success) return { kind: 'ignore', why: `${event} without a readable message` };
  const { chat, from, message_id, text, caption } = read.data;
  if (from?.is_bot) return { kind: 'ignore', why: 'from a bot' };
  if (chat.chat_type !== undefined && chat.chat_type !== 'PRIVATE') return { kind: 'ignore', why: 'group' };
  const words = text ?? caption;
  return {
    kind: 'inbound',
    inbound: {
      channel: 'zalo-bot',
      address: chat.id,
      messageId: message_id,
      said: words === undefined ? { kind: 'unsupported' } : { kind: 'text', text: words },
    },
  };
}
