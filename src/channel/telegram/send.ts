// Sends one reply and says how it went: sent, later (429, outage), blocked (403), or failed for good.
import { type Api, GrammyError, HttpError } from 'grammy';
import type { Sent } from '../../conversation/message.ts';
import type { Sender } from '../deliver.ts';
import { showReply } from './show.ts';

export function telegramSender(api: Api, contactLabel: string): Sender {
  return {
    async send(address, reply, { signal }) {
      const { text, markup } = showReply(reply, contactLabel);
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
        return { kind: 'sent' };
      } catch (error) {
        return judge(error);
      }
    },
  };
}

/** Errors of the Bot API: 403 the person is gone, 429 wait as told, 400 never works, everything else is an outage. */
export function judge(error: unknown): Sent {
  if (error instanceof GrammyError) {
    const { error_code: code, description } = error;
    if (code === 429)
      return { kind: 'later', afterMs: (error.parameters.retry_after ?? 5) * 1000, reason: 'rate limited' };
    if (code === 403 || /chat not found|user is deactivated/i.test(description))
      return { kind: 'blocked', reason: `telegram ${code}` };
    if (code === 400) return { kind: 'failed', reason: `telegram 400: ${description.slice(0, 80)}` };
    return { kind: 'later', afterMs: 0, reason: `telegram ${code}` };
  }
  return {
    kind: 'later',
    afterMs: 0,
    reason: error instanceof HttpError ? 'telegram unreachable' : 'telegram client failed',
  };
}
