// Sends one reply and says how it went: sent, later (429, outage), unknown (no answer), blocked (403), or failed for good.
import type { Api } from 'grammy';
import type { Health } from '../health.ts';
import type { Redact } from '../redact.ts';
import type { Sender } from '../sender.ts';
import { judge } from './errors.ts';
import { showReply } from './show.ts';

export function telegramSender(api: Api, contactLabel: string, health: Health, redact: Redact): Sender {
  return {
    async send(address, reply, { signal }) {
      const { text, markup } = showReply(reply, contactLabel);
      const began = performance.now();
      try {
        await api.sendMessage(
          address,
          text,
          {
            parse_mode: 'HTML',
            link_preview_options: { is_disabled: true },
            ...(markup ? { reply_markup: markup } : {}),
          },
          signal as Parameters<typeof api.sendMessage>[3],
        );
        health.well('out');
        return { kind: 'sent' };
      } catch (error) {
        const { sent, state } = judge(error, redact, signal, began);
        if (state) health.say('out', state);
        return sent;
      }
    },
  };
}
