// Asks Zalo for a new pair of tokens and says whether it was given, refused, or could not be had just now (oauth.zaloapp.com/v4/oa/access_token).
import { z } from 'zod';
import { Whole } from './errors.ts';

type Refreshed =
  | { kind: 'pair'; access: string; refresh: string; lifeMs: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'unreachable'; reason: string };

const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.union([z.string(), z.number()]).optional(),
});
const Refusal = z.object({ error: Whole });
/** What Zalo says a token lives, for an answer whose own number cannot be read. */
const usualLifeMs = 25 * 3_600_000;

export async function refreshTokens(
  by: { oauthRoot: string; appId: string; appSecret: string },
  refreshToken: string,
): Promise<Refreshed> {
  try {
    const answer = await fetch(`${by.oauthRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: by.appSecret },
      body: new URLSearchParams({
        refresh_token: refreshToken,
        app_id: by.appId,
        grant_type: 'refresh_token',
      }),
      signal: AbortSignal.timeout(20_000),
    });
    const json: unknown = await answer.json().catch(() => undefined);
    const pair = Pair.safeParse(json);
    if (pair.success) {
      const { access_token: access, refresh_token: refresh, expires_in } = pair.data;
      const seconds = Number(expires_in);
      return { kind: 'pair', access, refresh, lifeMs: seconds > 0 ? seconds * 1000 : usualLifeMs };
    }
    const refusal = Refusal.safeParse(json);
    if (refusal.success) return { kind: 'refused', reason: `zalo-oa oauth ${refusal.data.error}` };
    return { kind: 'unreachable', reason: `zalo-oa oauth http ${answer.status}, not an answer` };
  } catch {
    return { kind: 'unreachable', reason: 'zalo-oa oauth unreachable' };
  }
}
