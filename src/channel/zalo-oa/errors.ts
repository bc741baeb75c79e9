// What each answer of the OA means for the message and for the channel: sent, tried again, renewed, left alone, given up.
import { z } from 'zod';
import type { Sent } from '../../conversation/message.ts';
import type { ChannelState } from '../health.ts';

/** Numbers come as text in some answers; null is none. */
export const Whole = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number);
/** Errors come with HTTP 200 and `error` other than 0. What goes with the code may be missing or null: a success not known as one would be sent again for a day. */
export const Answer = z.object({
  error: Whole,
  message: z.string().catch(''),
  data: z
    .object({
      quota: z.object({ remain: Whole }).optional().catch(undefined),
    })
    .partial()
    .optional()
    .catch(undefined),
});
export type Answer = z.infer<typeof Answer>;
/** A status where no answer could be read. */
export type Answered = Answer | number;

/** Token invalid, token expired, HTTP 401: renewed once, then sent once more. */
export const wantsToken = (answer: Answered): boolean =>
  answer === 401 || (typeof answer === 'object' && [-216, -220].includes(answer.error));

/** Does not follow, has blocked us, away for 45 days: left alone until they write again. */
const gone = new Set([-213, -217, -227, -244]);
const minute = 60_000;
/** Rate, send failed, quota of the account, night. */
const waits = new Map([
  [-32, minute],
  [-200, 0],
  [-211, 15 * minute],
  [-234, 15 * minute],
]);
/** The account, its application or its package: nothing is sent until its owner acts, so messages wait and staff are told. */
const account = new Set([-204, -205, -209, -212, -219, -221, -223, -224, -240, -320, -321]);

/** `state` when the answer says something of the channel and not only of this message. */
export function judge(answer: Answered): { sent: Sent; state?: ChannelState } {
  if (typeof answer === 'number') {
    const reason = `zalo-oa http ${answer}`;
    const state: ChannelState = { ok: false, what: 'unreachable', detail: reason };
    return answer === 504 ? { sent: { kind: 'unknown', reason }, state } : later(0, reason, state);
  }
  const { error } = answer;
  if (error === 0) return { sent: { kind: 'sent' } };
  const reason = `zalo-oa ${error}: ${answer.message.slice(0, 80)}`;
  if (wantsToken(answer)) return later(minute, reason, { ok: false, what: 'no-token', detail: reason });
  if (account.has(error)) return later(15 * minute, reason, { ok: false, what: 'account', detail: reason });
  if (gone.has(error)) return { sent: { kind: 'blocked', reason } };
  const wait = waits.get(error);
  if (wait === undefined) return { sent: { kind: 'failed', reason } };
  return error === -211
    ? later(wait, reason, { ok: false, what: 'quota', detail: reason })
    : { sent: { kind: 'later', afterMs: wait, reason } };
}

const later = (
  afterMs: number,
  reason: string,
  state: ChannelState,
): { sent: Sent; state: ChannelState } => ({
  sent: { kind: 'later', afterMs, reason },
  state,
});
