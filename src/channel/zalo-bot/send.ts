// Sends one reply as plain text and says how it went; Zalo Bot has no buttons, so the choices already stand in the words.
import { type Limits, plainText } from '../../conversation/message.ts';
import type { Health } from '../health.ts';
import type { Sender } from '../sender.ts';
import type { ZaloBotApi } from './api.ts';
import { judge } from './errors.ts';

/** 2,000 characters, counted as UTF-16 units; no buttons, no keyboards, no contact request (sendMessage). */
export const limits: Limits = { maxText: 2000, maxChoices: 9, maxLabel: 100, buttons: false };

export function zaloBotSender(api: ZaloBotApi, health: Health): Sender {
  return {
    async send(address, reply, { signal }) {
      const text = plainText(reply).normalize('NFC');
      const answer = await api('sendMessage', { chat_id: address, text }, signal);
      const { sent, state } = judge(answer);
      if (sent.kind === 'sent') health.well('out');
      if (state) health.say('out', state);
      return sent;
    },
  };
}
