// Calls to the Zalo Bot API: POST and JSON; an error is `ok: false`, whatever the HTTP status; the token never leaves the address.
import { z } from 'zod';
import { readJson } from '../json.ts';
import { redactor } from '../redact.ts';
import { mayHaveArrived } from '../unanswered.ts';

/** Only `ok` decides: what else is strange must not cost an update, which Zalo gives but once. */
const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().nullish().catch(undefined),
  error_code: z.coerce.number().nullish().catch(undefined),
  errorCode: z.coerce.number().nullish().catch(undefined),
});

/**
 * `code` 0 when Zalo could not be reached or a gateway answered in its place: its 400 or 404 says nothing of the message.
 * `arrived`: no answer came, and Zalo may have done what was asked.
 */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; code: number; description: string; arrived?: 'maybe' };
export type ZaloBotApi = (method: string, body: object, signal?: AbortSignal) => Promise<Answer>;

/** For one call, unless the caller has its own. */
export const patienceMs = 30_000;
/** Known by their status alone: the token, the rate, a gateway that waited in vain. */
const telling = new Set([401, 429, 504]);

export function zaloBotApi(root: string, token: string, redact = redactor(token)): ZaloBotApi {
  return async (method, body, signal = AbortSignal.timeout(patienceMs)) => {
    const began = performance.now();
    try {
      const answer = await fetch(`${root}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
      const read = Envelope.safeParse(await readJson(answer));
      if (!read.success) {
        const code = telling.has(answer.status) ? answer.status : 0;
        return { ok: false, code, description: `http ${answer.status}, not an answer` };
      }
      if (read.data.ok) return { ok: true, result: read.data.result };
      const code = read.data.error_code ?? read.data.errorCode ?? answer.status;
      return { ok: false, code, description: redact(read.data.description ?? '').slice(0, 100) };
    } catch (error) {
      const description = 'zalo unreachable';
      return mayHaveArrived(error, signal, began)
        ? { ok: false, code: 0, description, arrived: 'maybe' }
        : { ok: false, code: 0, description };
    }
  };
}
