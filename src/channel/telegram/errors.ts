// What each error of the Bot API means for the message and for the channel: 403 the person is gone, 429 wait as told, 400 never works, silence may have arrived, everything else is an outage.
import { GrammyError, HttpError } from 'grammy';
import type { Sent } from '../../conversation/message.ts';
import type { ChannelState } from '../health.ts';
import type { Redact } from '../redact.ts';
import { mayHaveArrived } from '../unanswered.ts';

/** Never the error's own text for a network fault: it may hold the address with the token. */
export function troubleOf(error: unknown, redact: Redact): ChannelState {
  if (!(error instanceof GrammyError))
    return { ok: false, what: 'unreachable', detail: 'telegram unreachable' };
  const { error_code: code, description } = error;
  const what = code === 401 ? 'no-token' : 'refused';
  return { ok: false, what, detail: `telegram ${code}: ${redact(description)}`.slice(0, 120) };
}

/** `state` when the error says something of the channel and not only of this message; `signal` and `began` are of the call. */
export function judge(
  error: unknown,
  redact: Redact,
  signal: AbortSignal,
  began: number,
): { sent: Sent; state?: ChannelState } {
  if (error instanceof GrammyError) {
    const { error_code: code, description } = error;
    if (code === 429) {
      const afterMs = (error.parameters.retry_after ?? 5) * 1000;
      return { sent: { kind: 'later', afterMs, reason: 'rate limited' } };
    }
    if (code === 403 || /chat not found|user is deactivated/i.test(description))
      return { sent: { kind: 'blocked', reason: `telegram ${code}` } };
    if (code === 400)
      return { sent: { kind: 'failed', reason: `telegram 400: ${redact(description).slice(0, 80)}` } };
  }
  const state = troubleOf(error, redact);
  const reason = error instanceof GrammyError ? `telegram ${error.error_code}` : state.detail;
  const unknown =
    error instanceof GrammyError
      ? error.error_code === 504
      : mayHaveArrived(error instanceof HttpError ? error.error : error, signal, began);
  return { sent: unknown ? { kind: 'unknown', reason } : { kind: 'later', afterMs: 0, reason }, state };
}
