// Sends one consultation message within Zalo's windows and says how it went (openapi.zalo.me/v3.0/oa/message/cs).
import { z } from 'zod';
import type { Reply, Sent } from '../../conversation/message.ts';
import type { Health } from '../health.ts';
import { readJson } from '../json.ts';
import { type Redact, redactor } from '../redact.ts';
import type { About, Sender } from '../sender.ts';
import { mayHaveArrived } from '../unanswered.ts';
import { Answer, type Answered, judge, Whole, wantsToken } from './errors.ts';
import { type FormWords, limits, messageOf } from './show.ts';
import type { Tokens } from './tokens.ts';

type OaSenderDeps = {
  apiRoot: string;
  /** What the application signs and renews with; Zalo may repeat it in an error as well as the token. */
  secrets: readonly string[];
  tokens: Tokens;
  form: FormWords;
  health: Health;
  clock: () => Date;
  /** Told how many messages Zalo says are left. */
  left: (remain: number) => Promise<void>;
};
const messagePath = '/v3.0/oa/message/cs';
/** The message itself was posted, and may have arrived. */
class NoAnswer extends Error {}
type By = { token: string; signal: AbortSignal };
const Quota = z.object({
  error: Whole.pipe(z.literal(0)),
  data: z.object({ cs_reply: z.object({ remain: Whole }) }),
});

export function zaloOaSender(deps: OaSenderDeps): Sender {
  async function call(path: string, body: object, by: By): Promise<unknown> {
    const began = performance.now();
    try {
      const answer = await fetch(`${deps.apiRoot}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', access_token: by.token },
        body: JSON.stringify(body),
        signal: by.signal,
      });
      return (await readJson(answer)) ?? (answer.ok ? 500 : answer.status);
    } catch (error) {
      if (path === messagePath && mayHaveArrived(error, by.signal, began)) throw new NoAnswer();
      throw error;
    }
  }

  async function send(address: string, reply: Reply, { seenAt, signal }: About): Promise<Sent> {
    const since = deps.clock().getTime() - Date.parse(seenAt);
    if (limits.window && since > limits.window.lastMs)
      return { kind: 'failed', reason: 'zalo-oa: more than seven days since the person wrote' };
    let access = await within(signal, deps.tokens.access());
    let renewed = false;
    /** A token that Zalo refuses is renewed and the call made once more, once in all that this message needs. */
    async function ask(path: string, body: object): Promise<unknown> {
      if ('none' in access) return undefined;
      const { token } = access;
      const answer = await call(path, body, { token, signal });
      const read = answered(answer, redactor(token, ...deps.secrets));
      if (renewed || !wantsToken(read)) return answer;
      renewed = true;
      access = await within(signal, deps.tokens.access(token));
      if ('token' in access) return call(path, body, { token: access.token, signal });
      judged(read);
      return undefined;
    }
    // Past the free window Zalo may charge for each message: what is left is asked for first; an answer that cannot be read stops nothing.
    if (limits.window && since > limits.window.freeMs) {
      const quota = Quota.safeParse(await ask('/v3.0/oa/quota/message', { user_id: address }));
      if (quota.success && quota.data.data.cs_reply.remain <= 0)
        return {
          kind: 'failed',
          reason: 'zalo-oa: more than 48 hours since the person wrote, and no message left',
        };
    }
    const body = { recipient: { user_id: address }, message: messageOf(reply, deps.form) };
    const said = await ask(messagePath, body);
    if ('none' in access) return noToken(access.none);
    const answer = answered(said, redactor(access.token, ...deps.secrets));
    const left = typeof answer === 'object' ? answer.data?.quota?.remain : undefined;
    if (left !== undefined) await deps.left(left);
    return judged(answer);
  }

  function judged(answer: Answered): Sent {
    const { sent, state } = judge(answer);
    if (sent.kind === 'sent') deps.health.well('out');
    if (state) deps.health.say('out', state);
    return sent;
  }

  return {
    send: (address, reply, about) =>
      send(address, reply, about).catch((error: unknown): Sent => {
        const reason = 'zalo-oa unreachable';
        deps.health.say('out', { ok: false, what: 'unreachable', detail: reason });
        return error instanceof NoAnswer
          ? { kind: 'unknown', reason }
          : { kind: 'later', afterMs: 0, reason };
      }),
  };
}

/** A status of the gateway, or an answer; one that cannot be read counts as an outage. */
function answered(answer: unknown, redact: Redact): Answered {
  const read = Answer.safeParse(answer);
  if (read.success) return { ...read.data, message: redact(read.data.message) };
  return typeof answer === 'number' ? answer : 500;
}

const noToken = (why: 'refused' | 'now'): Sent => ({
  kind: 'later',
  afterMs: why === 'refused' ? 10 * 60_000 : 0,
  reason: 'zalo-oa has no token',
});

/** Leaves what others wait for too, and what must not be broken off, to itself. */
function within<T>(signal: AbortSignal, shared: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    shared.then(done, fail);
  });
}
