// The OA's tokens: refreshed early by one process at a time, the new pair stored before it is used; a refresh token works once.
import { z } from 'zod';
import type { Health } from '../health.ts';
import type { ChannelStore } from '../store.ts';
import { refreshTokens } from './refresh.ts';

type TokenDeps = {
  oauthRoot: string;
  appId: string;
  appSecret: string;
  /** The first refresh token, from the settings; later ones come from the store. */
  refreshToken: string;
  store: ChannelStore;
  owner: string;
  clock: () => Date;
  health: Health;
  log: { info: (data: object, message: string) => void; error: (data: object, message: string) => void };
};
/** `none`: refused until a person gives consent again, or not to be had just now. */
export type Access = { token: string } | { none: 'refused' | 'now' };
export type Tokens = {
  /** The access token; `not` is one that Zalo has just refused. */
  access: (not?: string) => Promise<Access>;
  /** Trouble that any of the processes met with the token now in use, or undefined. */
  trouble: () => Promise<string | undefined>;
  /** Done when nothing is being renewed any more and what Zalo gave is stored: the pair before it is dead. */
  settled: () => Promise<void>;
};

/** `endsAt` is missing in what older versions stored. */
export const Pair = z.object({
  access: z.string(),
  refresh: z.string(),
  refreshAt: z.string(),
  endsAt: z.string().optional(),
  first: z.string(),
  /** When Zalo last refused an access token before its time and this pair was had instead. */
  insteadAt: z.string().optional(),
});
/** The refresh token that was refused, and why. */
const Trouble = z.object({ token: z.string(), detail: z.string() });
type Pair = z.infer<typeof Pair>;
export const tokensKey = 'zalo-oa.tokens';
export const troubleKey = 'zalo-oa.trouble';
/** Of 25 hours, five are kept in hand; of a shorter life, a fifth. */
const earlyMs = 5 * 3_600_000;
/** A refused refresh token is not offered again sooner. */
const restMs = 5 * 60_000;
/** At a stop, a quarter of a second apart. */
const saveTries = 20;
/** A token that Zalo refuses before its time is renewed no more often: each renewal uses up a pair. */
const insteadMs = 60_000;
/** While an older token still works, a refresh that failed is not tried again sooner. */
const patienceMs = 60_000;

export function makeTokens(deps: TokenDeps): Tokens {
  const { store, health } = deps;
  /** Given by Zalo but not stored yet: the pair before it is dead, so nothing else is done before it is stored. */
  let unsaved: Pair | undefined;
  let refused: { token: string; until: number } | undefined;
  let failedAt: number | undefined;

  async function save(pair: Pair): Promise<void> {
    unsaved = pair;
    await store.put(tokensKey, JSON.stringify(pair));
    unsaved = undefined;
  }

  async function found(): Promise<Pair | undefined> {
    const text = await store.get(tokensKey);
    const read = text ? Pair.safeParse(JSON.parse(text)) : undefined;
    // A new refresh token in the settings (consent given again) replaces what is stored.
    return read?.success && read.data.first === deps.refreshToken ? read.data : undefined;
  }
  async function stored(): Promise<Pair | undefined> {
    if (unsaved) await save(unsaved);
    return found();
  }
  const offers = (pair: Pair | undefined): string => pair?.refresh ?? deps.refreshToken;

  /** Of the token that would be offered next: another process may hold an old one, or have had a new pair since. */
  async function trouble(): Promise<string | undefined> {
    const text = await store.get(troubleKey);
    const read = text?.startsWith('{') ? Trouble.safeParse(JSON.parse(text)) : undefined;
    if (!read?.success) return undefined;
    return read.data.token === offers(unsaved ?? (await found())) ? read.data.detail : undefined;
  }
  const usable = (
    pair: Pair | undefined,
    not: string | undefined,
    until: 'refreshAt' | 'endsAt',
  ): string | undefined =>
    pair && pair.access !== not && (pair[until] ?? pair.refreshAt) > deps.clock().toISOString()
      ? pair.access
      : undefined;
  const sayGood = (pair: Pair | undefined): void =>
    health.say('token', { ok: true, what: 'webhook', detail: `token to be renewed at ${pair?.refreshAt}` });

  async function refresh(pair: Pair | undefined, not: string | undefined): Promise<Access> {
    const offered = offers(pair);
    const instead = pair && pair.access === not;
    const now = deps.clock().getTime();
    if (refused?.token === offered && now < refused.until) return { none: 'refused' };
    if (instead && pair.insteadAt && Math.abs(now - Date.parse(pair.insteadAt)) < insteadMs)
      return { none: 'now' };
    const answer = await refreshTokens(deps, offered);
    if (answer.kind === 'unreachable') {
      health.say('token', { ok: false, what: 'unreachable', detail: answer.reason });
      return { none: 'now' };
    }
    if (answer.kind === 'refused') {
      refused = { token: offered, until: now + restMs };
      const detail = `consent needed again (${answer.reason})`;
      health.say('token', { ok: false, what: 'no-token', detail });
      deps.log.error({ reason: detail }, 'zalo-oa token not refreshed: a person must give consent again');
      await store.put(troubleKey, JSON.stringify({ token: offered, detail }));
      return { none: 'refused' };
    }
    const { access, refresh: next, lifeMs } = answer;
    const refreshAt = new Date(now + lifeMs - Math.min(earlyMs, lifeMs / 5)).toISOString();
    const endsAt = new Date(now + lifeMs).toISOString();
    const fresh: Pair = {
      access,
      refresh: next,
      refreshAt,
      endsAt,
      first: deps.refreshToken,
      ...(instead ? { insteadAt: new Date(now).toISOString() } : {}),
    };
    await save(fresh);
    await store.remove(troubleKey);
    sayGood(fresh);
    deps.log.info({ refreshAt }, 'zalo-oa token refreshed');
    return { token: access };
  }

  /** A token that is due to be renewed is used on while it cannot be, until its own end. */
  async function access(not?: string): Promise<Access> {
    const pair = await stored();
    const token = usable(pair, not, 'refreshAt');
    if (token) {
      sayGood(pair);
      return { token };
    }
    const old = usable(pair, not, 'endsAt');
    const now = deps.clock().getTime();
    if (old && failedAt !== undefined && Math.abs(now - failedAt) < patienceMs) return { token: old };
    const renewed = await renew(not);
    if ('token' in renewed) return renewed;
    failedAt = now;
    return old ? { token: old } : renewed;
  }

  async function renew(not?: string): Promise<Access> {
    for (let i = 0; i < 40; i++) {
      if (await store.lease('zalo-oa.refresh', deps.owner, 30_000)) {
        try {
          const again = await stored();
          const renewed = usable(again, not, 'refreshAt');
          if (!renewed) return await refresh(again, not);
          sayGood(again);
          return { token: renewed };
        } finally {
          await store.release('zalo-oa.refresh', deps.owner);
        }
      }
      await new Promise((wake) => setTimeout(wake, 250));
    }
    return { none: 'now' };
  }

  /** Within this process who asks for the same shares the answer, and others wait; between processes the lease decides. */
  let last: Promise<unknown> = Promise.resolve();
  const asked = new Map<string | undefined, Promise<Access>>();
  return {
    trouble,
    access(not) {
      const same = asked.get(not);
      if (same) return same;
      const mine = last.then(() => access(not)).finally(() => asked.delete(not));
      asked.set(not, mine);
      last = mine.catch(() => undefined);
      return mine;
    },
    async settled() {
      await last;
      for (let tries = 0; unsaved && tries < saveTries; tries++) {
        await save(unsaved).catch(() => undefined);
        if (unsaved) await new Promise((wake) => setTimeout(wake, 250));
      }
    },
  };
}
