// Sends one reply as plain text and says how it went; Zalo Bot has no buttons, so the choices already stand in the words.
import { type Limits, plainText, type Reply, type Sent } from '../../conversation/message.ts';
import type { Answer, ZaloBotApi } from './api.ts';

/** 2,000 characters, counted as UTF-16 units; no buttons, no keyboards, no contact request (sendMessage). */
export const limits: Limits = { maxText: 2000, maxChoices: 9, maxLabel: 100, buttons: false };

export function zaloBotSender(api: ZaloBotApi): { send: (address: string, reply: Reply) => Promise<Sent> } {
  return {
    async send(address, reply) {
      return judge(await api('sendMessage', { chat_id: address, text: plainText(reply).normalize('NFC') }));
    },
  };
}

/** 400 and 404 never work; 401 waits for a new token; 403 is Zalo's "internal error"; 429 is the month's quota. */
export function judge(answer: Answer): Sent {
  if (answer.ok) return { kind: 'sent' };
  const reason = `zalo-bot ${answer.code}: ${answer.description}`;
  if (answer.code === 400 || answer.code === 404) return { kind: 'failed', reason };
  if (answer.code === 429) return { kind: 'later', afterMs: 15 * 60_000, reason };
  if (answer.code === 401) return { kind: 'later', afterMs: 10 * 60_000, reason };
  return { kind: 'later', afterMs: 0, reason };
}
