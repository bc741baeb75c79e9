// Translates a Zalo OA event into the common message; our own echoes are ignored (developers.zalo.me, webhook events).
import { z } from 'zod';
import type { Inbound, Said } from '../../conversation/message.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const Event = z.object({
  event_name: z.string(),
  timestamp: id.default(''),
  oa_id: id.optional(),
  sender: z.object({ id }).optional(),
  recipient: z.object({ id }).optional(),
  follower: z.object({ id }).optional(),
  message: z.object({ msg_id: id.optional(), text: z.string().optional() }).optional(),
  info: z.object({ name: z.string().optional(), phone: id.optional() }).optional(),
});
export type Event = z.infer<typeof Event>;
export type Read =
  | { kind: 'inbound'; inbound: Omit<Inbound, 'receivedAt'> }
  | { kind: 'ignore'; why: string };

export function parseEvent(body: string): Event | undefined {
  try {
    const read = Event.safeParse(JSON.parse(body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export function readEvent(event: Event): Read {
  const inbound = (address: string, messageId: string, said: Said): Read => ({
    kind: 'inbound',
    inbound: { channel: 'zalo-oa', address, messageId, said },
  });
  const from = event.sender?.id;
  const name = event.event_name;
  if (name === 'follow' && event.follower) return inbound(event.follower.id, 'follow', { kind: 'start' });
  if (name === 'user_submit_info' && from && event.info?.phone) {
    const contact: Said = {
      kind: 'contact',
      phone: event.info.phone,
      ...(event.info.name ? { name: event.info.name } : {}),
    };
    return inbound(from, `info.${event.timestamp}`, contact);
  }
  if (!name.startsWith('user_send_') || !from) return { kind: 'ignore', why: name.slice(0, 40) };
  const messageId = event.message?.msg_id ?? `at.${event.timestamp}`;
  const text = event.message?.text;
  return inbound(from, messageId, text ? { kind: 'text', text } : { kind: 'unsupported' });
}
