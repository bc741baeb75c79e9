// What each error of the Zalo Bot API means: for the message, and for the channel.
import type { Sent } from '../../conversation/message.ts';
import type { ChannelState } from '../health.ts';
import type { Answer } from './api.ts';

type Failed = Extract<Answer, { ok: false }>;

/** 401 is a dead token; 403 is Zalo's "internal server error"; 429 the month's quota; the rest an outage. */
export function troubleOf({ code, description }: Failed): ChannelState {
  const what = code === 401 ? 'no-token' : code === 429 ? 'quota' : code === 400 ? 'refused' : 'unreachable';
  return { ok: false, what, detail: `zalo-bot ${code}: ${description}` };
}

type Log = Record<'warn' | 'error', (data: object, message: string) => void>;
/** A dead token needs a person; everything else is waited out. */
export function noteTrouble(log: Log, state: ChannelState, retryInMs: number, message: string): void {
  const about = { reason: state.detail, retryInMs };
  if (state.what === 'no-token') log.error(about, 'zalo-bot token refused: a new one must be set');
  else log.warn(about, message);
}

/** Zalo, or the gateway before it, ran out of time. */
const unanswered = new Set([408, 504]);

/** 400 and 404 never work, whoever asks again; a new token or a new month may cure 401 and 429. */
export function judge(answer: Answer): { sent: Sent; state?: ChannelState } {
  if (answer.ok) return { sent: { kind: 'sent' } };
  const state = troubleOf(answer);
  const reason = state.detail;
  if (answer.code === 400 || answer.code === 404) return { sent: { kind: 'failed', reason } };
  if (answer.arrived || unanswered.has(answer.code)) return { sent: { kind: 'unknown', reason }, state };
  const minutes = answer.code === 429 ? 15 : answer.code === 401 ? 10 : 0;
  return { sent: { kind: 'later', afterMs: minutes * 60_000, reason }, state };
}
