// The OA's tokens: refreshed early by one process at a time, the new pair stored before it is used; a refresh token works once.
import { z } from 'zod';
import type { ChannelStore } from '../store.ts';

export type TokenDeps = {
  oauthRoot: string;
  appId: string;
  appSecret: string;
  /** The first refresh token, from the settings; later ones come from the store. */
  refreshToken: string;
  store: ChannelStore;
  owner: string;
  clock: () => Date;
  log: { info: (data: object, message: string) => void; error: (data: object, message: string) => void };
};
export type Tokens = {
  /** The access token; `not` is one that Zalo has just refused. Undefined while none can be had. */
  access: (not?: string) => Promise<string | undefined>;
  state: () => { ok: boolean; detail: string };
};

const Pair = z.object({ access: z.string(), refresh: z.string(), refreshAt: z.string(), first: z.string() });
const Answer = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.union([z.string(), z.number()]).transform(Number),
});
const key = 'zalo-oa.tokens';
/** Of 25 hours, five are kept in hand. */
const earlyMs = 5 * 3_600_000;

export function makeTokens(deps: TokenDeps): Tokens {
  let state = { ok: true, detail: 'not asked yet' };

  async function stored(): Promise<z.infer<typeof Pair> | undefined> {
    const text = await deps.store.get(key);
    const read = text ? Pair.safeParse(JSON.parse(text)) : undefined;
    // A new refresh token in the settings (consent given again) replaces what is stored.
    return read?.success && read.data.first === deps.refreshToken ? read.data : undefined;
  }
  const usable = (pair: z.infer<typeof Pair> | undefined, not: string | undefined): boolean =>
    pair !== undefined && pair.access !== not && pair.refreshAt > deps.clock().toISOString();

  async function refresh(with_: string): Promise<string | undefined> {
    const answer = await fetch(`${deps.oauthRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: deps.appSecret },
      body: new URLSearchParams({ refresh_token: with_, app_id: deps.appId, grant_type: 'refresh_token' }),
      signal: AbortSignal.timeout(20_000),
    });
    const json: unknown = await answer.json();
    const read = Answer.safeParse(json);
    if (!read.success) {
      const code = z.object({ error: z.number() }).safeParse(json);
      state = {
        ok: false,
        detail: `zalo-oa consent needed again (${code.success ? code.data.error : answer.status})`,
      };
      deps.log.error(
        { reason: state.detail },
        'zalo-oa token not refreshed: a person must give consent again',
      );
      return undefined;
    }
    const { access_token: access, refresh_token, expires_in } = read.data;
    const refreshAt = new Date(deps.clock().getTime() + expires_in * 1000 - earlyMs).toISOString();
    const pair = { access, refresh: refresh_token, refreshAt, first: deps.refreshToken };
    await deps.store.put(key, JSON.stringify(pair));
    state = { ok: true, detail: `token until ${refreshAt}` };
    deps.log.info({ refreshAt }, 'zalo-oa token refreshed');
    return access;
  }

  /** Within this process calls wait for one another; between processes the lease does. */
  let last: Promise<unknown> = Promise.resolve();
  async function access(not?: string): Promise<string | undefined> {
    const pair = await stored();
    if (usable(pair, not)) return pair?.access;
    for (let i = 0; i < 40; i++) {
      if (await deps.store.lease('zalo-oa.refresh', deps.owner, 30_000)) {
        try {
          const again = await stored();
          if (usable(again, not)) return again?.access;
          return await refresh(again?.refresh ?? deps.refreshToken);
        } finally {
          await deps.store.release('zalo-oa.refresh', deps.owner);
        }
      }
      await new Promise((wake) => setTimeout(wake, 250));
    }
    return undefined;
  }

  return {
    state: () => state,
    access(not) {
      const mine = last.then(() => access(not));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
