// Translates a Zalo OA event into the common message; groups, our own echoes and whatever else is not a person writing to us are ignored (developers.zalo.me, webhook events).
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Inbound, Said } from '../../conversation/message.ts';
import { PlatformId, parseJson } from '../json.ts';

/** What is not there, null or of another shape is left out: an event that is refused is sent again, and in the end none is. */
const ifRead = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const someone = ifRead(z.object({ id: PlatformId }));
const Info = z.object({
  name: ifRead(z.string()),
  phone: ifRead(z.union([z.string(), z.number()]).transform(String)),
});
const Event = z.object({
  event_name: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .catch('without a name'),
  timestamp: ifRead(PlatformId),
  oa_id: ifRead(PlatformId),
  sender: someone,
  recipient: someone,
  follower: someone,
  message: ifRead(z.object({ msg_id: ifRead(PlatformId), text: ifRead(z.string()) })),
  info: z.unknown().optional(),
});
type Event = z.infer<typeof Event>;
export type Read =
  | { kind: 'inbound'; inbound: Omit<Inbound, 'receivedAt'> }
  | { kind: 'ignore'; why: string };

/** What one person writes to the OA alone; what is written in a group of it is called user_send_group_…. */
const written = new Set(
  'text image link audio video sticker location business_card file gif'
    .split(' ')
    .map((what) => `user_send_${what}`),
);

/** Never fails: what cannot be read at all is an event without a name. */
export function parseEvent(body: string): Event {
  const read = Event.safeParse(parseJson(body));
  return read.success ? read.data : Event.parse({});
}

/** `body` gives an event without any id of its own one that a retry repeats. */
export function readEvent(event: Event, body: string): Read {
  const own = event.message?.msg_id ?? createHash('sha256').update(body).digest('hex').slice(0, 32);
  const inbound = (address: string, messageId: string, said: Said): Read => ({
    kind: 'inbound',
    inbound: { channel: 'zalo-oa', address, messageId, said },
  });
  const from = event.sender?.id;
  const name = event.event_name;
  // One id for all follows of a person: leaving and coming back greets again only after inbound ids are forgotten (a week).
  if (name === 'follow' && event.follower) return inbound(event.follower.id, 'follow', { kind: 'start' });
  if (name === 'user_submit_info' && from) return inbound(from, own, contactOf(event));
  if (!written.has(name) || !from) return { kind: 'ignore', why: name };
  const text = event.message?.text;
  return inbound(from, own, text ? { kind: 'text', text } : { kind: 'unsupported' });
}

/** The form's answer stands in `info`; it was also seen as JSON in the message's text. One without a number is asked for it again. */
function contactOf(event: Event): Said {
  const read = Info.safeParse(event.info ?? parseJson(event.message?.text ?? ''));
  const { name, phone = '' } = read.data ?? {};
  return { kind: 'contact', phone, ...(name ? { name } : {}) };
}
