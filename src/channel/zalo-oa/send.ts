// Sends one consultation message and says how it went; up to five buttons whose payloads are readable words (openapi.zalo.me/v3.0/oa/message/cs).
import { z } from 'zod';
import { type Limits, plainText, type Reply, type Sent } from '../../conversation/message.ts';
import type { Tokens } from './tokens.ts';

/** 2,000 characters of text; five buttons, titles of at most 100 characters. */
export const limits: Limits = { maxText: 2000, maxChoices: 5, maxLabel: 100, buttons: true };

export type OaSenderDeps = {
  apiRoot: string;
  tokens: Tokens;
  formTitle: string;
  publicUrl: string;
  clock: () => Date;
};
/** Consultation messages may go out for seven days after the person's last one (error -230 after that). */
const windowMs = 7 * 86_400_000;
const Answer = z.object({
  error: z.number(),
  message: z.string().default(''),
  data: z
    .object({
      quota: z
        .object({ remain: z.union([z.string(), z.number()]) })
        .partial()
        .optional(),
    })
    .partial()
    .optional(),
});

export function zaloOaSender(deps: OaSenderDeps): {
  send: (address: string, reply: Reply, about: { seenAt: string }) => Promise<Sent>;
  quota: () => string | undefined;
} {
  let remain: string | undefined;

  async function post(
    address: string,
    reply: Reply,
    token: string,
  ): Promise<z.infer<typeof Answer> | number> {
    const answer = await fetch(`${deps.apiRoot}/v3.0/oa/message/cs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', access_token: token },
      body: JSON.stringify({ recipient: { user_id: address }, message: messageOf(reply, deps) }),
      signal: AbortSignal.timeout(30_000),
    });
    const read = Answer.safeParse(await answer.json().catch(() => undefined));
    return read.success ? read.data : answer.status || 500;
  }

  return {
    quota: () => remain,
    async send(address, reply, { seenAt }) {
      if (deps.clock().getTime() - Date.parse(seenAt) > windowMs)
        return { kind: 'failed', reason: 'zalo-oa: more than seven days since the person wrote' };
      try {
        const token = await deps.tokens.access();
        if (!token) return { kind: 'later', afterMs: 10 * 60_000, reason: 'zalo-oa has no token' };
        let answer = await post(address, reply, token);
        if (answer === 401 || (typeof answer === 'object' && [-216, -220].includes(answer.error))) {
          const fresh = await deps.tokens.access(token);
          if (!fresh) return { kind: 'later', afterMs: 10 * 60_000, reason: 'zalo-oa has no token' };
          answer = await post(address, reply, fresh);
        }
        if (typeof answer === 'object' && answer.data?.quota?.remain !== undefined)
          remain = String(answer.data.quota.remain);
        return judge(answer);
      } catch {
        return { kind: 'later', afterMs: 0, reason: 'zalo-oa unreachable' };
      }
    },
  };
}

/** The share-my-number form where a contact is asked for; else text with buttons. */
export function messageOf(reply: Reply, deps: Pick<OaSenderDeps, 'formTitle' | 'publicUrl'>): object {
  const text = plainText(reply).normalize('NFC');
  if (reply.asks === 'contact') {
    const element = {
      title: deps.formTitle,
      subtitle: text.slice(0, 500),
      image_url: `${deps.publicUrl}/web/icon.svg`,
    };
    return {
      attachment: { type: 'template', payload: { template_type: 'request_user_info', elements: [element] } },
    };
  }
  if (reply.choices.length === 0) return { text };
  const buttons = reply.choices.map((c) => ({ title: c.label, type: 'oa.query.show', payload: c.label }));
  return { text, attachment: { type: 'template', payload: { buttons } } };
}

const gone = new Set([-213, -217, -218, -227, -244]);
const laterOn = new Set([-32, -200, -211, -234]);

/** Error codes of the OA: gone people are left alone, -230 (seven days over) and refusals are final, the rest is tried again. */
export function judge(answer: z.infer<typeof Answer> | number): Sent {
  if (typeof answer === 'number') return { kind: 'later', afterMs: 0, reason: `zalo-oa http ${answer}` };
  const { error } = answer;
  if (error === 0) return { kind: 'sent' };
  const reason = `zalo-oa ${error}: ${answer.message.slice(0, 80)}`;
  if (gone.has(error)) return { kind: 'blocked', reason };
  if (laterOn.has(error)) return { kind: 'later', afterMs: error === -32 ? 60_000 : 15 * 60_000, reason };
  if (error === -216 || error === -220) return { kind: 'later', afterMs: 60_000, reason };
  return { kind: 'failed', reason };
}
