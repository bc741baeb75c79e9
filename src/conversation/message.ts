// The one common message: what any channel hands in and what any channel is asked to show.
import { z } from 'zod';

export type Channel = 'web' | 'telegram' | 'zalo-bot' | 'zalo-oa' | 'console';
/** Channels that show their messages when asked instead of being sent them. */
export const pulled: readonly Channel[] = ['web', 'console'];

/** What a person did: typed, tapped a choice, shared their own contact, or opened the bot from a link. */
export const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('choose'), id: z.string() }),
  z.object({ kind: z.literal('contact'), phone: z.string(), name: z.string().optional() }),
  z.object({ kind: z.literal('start'), source: z.string().optional() }),
  z.object({ kind: z.literal('unsupported') }),
]);
export type Said = z.infer<typeof Said>;

/** One inbound message. `messageId` is unique per channel and address: a repeat is dropped. */
export type Inbound = {
  channel: Channel;
  /** Where answers go: a Telegram chat id, a Zalo user id, what is stored of a web cookie. */
  address: string;
  messageId: string;
  said: Said;
  receivedAt: Date;
};

/** How a piece of a reply is meant; each channel shows it in its own way, none may drop it. */
export const Block = z.object({
  kind: z.enum(['say', 'strong', 'detail', 'quote', 'note', 'warn']),
  text: z.string(),
});
export type Block = z.infer<typeof Block>;

export const Choice = z.object({ id: z.string().max(60), label: z.string() });
export type Choice = z.infer<typeof Choice>;

/** One message to a person. `asks`: typed words, how many, their own number, or their name and number; a channel with a way to share those offers it. */
export const Reply = z.object({
  blocks: z.array(Block),
  choices: z.array(Choice).default([]),
  asks: z.enum(['contact', 'person', 'count', 'text']).optional(),
});
export type Reply = z.infer<typeof Reply>;

/** What a channel can carry. Lengths are UTF-16 units of NFC text. */
export type Limits = {
  maxText: number;
  maxChoices: number;
  maxLabel: number;
  buttons: boolean;
  /** A name or number is asked for with a form that stands alone, after the words. */
  form?: boolean;
  /** How long after the person last wrote they may be answered for nothing, and at all. */
  window?: { freeMs: number; lastMs: number };
};

/** The whole reply as plain text, the way the terminal and Zalo show it. */
export function plainText(reply: Pick<Reply, 'blocks'>): string {
  return reply.blocks.map(plainBlock).join('\n');
}

export function plainBlock(block: Block): string {
  if (block.kind === 'detail') return `- ${block.text}`;
  if (block.kind === 'quote') return `“${block.text}”`;
  return block.text;
}

/** Where a message to a person stands after an attempt to send it. */
export type Sent =
  | { kind: 'sent' }
  | { kind: 'later'; afterMs: number; reason: string }
  /** No answer came: it may have arrived. */
  | { kind: 'unknown'; reason: string }
  | { kind: 'blocked'; reason: string }
  | { kind: 'failed'; reason: string };
