// A Zalo OA stand-in with the documented limits: tokens that end and are renewed once, errors with status 200, windows, quota, rate, signed webhooks.
import { createHash } from 'node:crypto';
import { type Answer, type Call, type Json, startStubServer } from './stub-server.ts';
import { type OaMessage, wrongWith } from './zalo-oa-rules.ts';

export const keys = { appId: '360846524940903967', appSecret: 'APP_SECRET', secretKey: 'OA_SECRET_TEST' };
export const oaId = '388613280878808645';
const hour = 3_600_000;

export type ZaloOaStub = {
  url: string;
  sent: { user: string; message: Json }[];
  /** Every call and its answer, as the API got it. */
  calls: { path: string; body: Json; answer: unknown }[];
  /** Error codes served to the next messages; "html" is a gateway's page. */
  errors: (number | 'html')[];
  /** The same for the token endpoint. */
  tokenErrors: (number | 'html')[];
  refreshes: number;
  /** The refresh token that works once, and the access token that works now. */
  refresh: string;
  access: string;
  expiresAt: number;
  blocked: Set<string>;
  /** Messages left beyond the free 48 hours. */
  quota: { remain: number; total: number };
  perMinute: number;
  event: (to: string, event: Json, more?: Signing & { num_retry?: string }) => Promise<number>;
  /** The same as Zalo does it: whatever is not 200 in time is sent again, the same bytes with `num_retry`, and after the last try the app is unsubscribed and told nothing more. Returns the statuses; 0 is no answer in time. */
  deliver: (to: string, event: Json, how?: Partial<Delivering>) => Promise<number[]>;
  unsubscribed: boolean;
  stop: () => Promise<void>;
};
type Delivering = { withinMs: number; againAfterMs: readonly number[] };
const documented: Delivering = {
  withinMs: 2000,
  againAfterMs: [30_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, hour],
};
type Signing = {
  signature?: string;
  /** The variants that were reported. */
  first?: 'oa';
  key?: 'app';
  headerTime?: string;
};

/** `now`: the platform's own clock. */
export async function startZaloOaStub(
  now: () => Date = () => new Date('2026-11-23T03:00:00Z'),
): Promise<ZaloOaStub> {
  const seen = new Map<string, number>();
  const minute = { at: 0, calls: 0 };
  let count = 0;
  const stub: Omit<ZaloOaStub, 'url' | 'stop' | 'event' | 'deliver'> = {
    sent: [],
    calls: [],
    errors: [],
    tokenErrors: [],
    refreshes: 0,
    refresh: 'refresh-0',
    access: 'access-0',
    expiresAt: now().getTime() + 25 * hour,
    blocked: new Set(),
    quota: { remain: 500, total: 500 },
    perMinute: 4000,
    unsubscribed: false,
  };

  function token({ body, headers }: Call): Json {
    if (headers.secret_key !== keys.appSecret) return { error: -14004, error_name: 'Invalid secret key' };
    if (body.app_id !== keys.appId || body.grant_type !== 'refresh_token')
      return { error: -14002, error_name: 'Invalid app' };
    if (body.refresh_token !== stub.refresh) return { error: -14020, error_name: 'Invalid refresh token' };
    stub.refreshes++;
    stub.refresh = `refresh-${stub.refreshes}`;
    stub.access = `access-${stub.refreshes}`;
    stub.expiresAt = now().getTime() + 25 * hour;
    // A string, as Zalo sends it.
    return { access_token: stub.access, refresh_token: stub.refresh, expires_in: '90000' };
  }

  /** What holds for every call: token, its end, the rate. */
  function refused({ headers }: Call): Json | undefined {
    if (headers.access_token !== stub.access) return fail(-216, 'Access token is invalid');
    if (now().getTime() >= stub.expiresAt) return fail(-220, 'Access token is expired');
    const at = Math.floor(now().getTime() / 60_000);
    if (minute.at !== at) Object.assign(minute, { at, calls: 0 });
    return ++minute.calls > stub.perMinute ? fail(-32, 'Rate limit exceeded') : undefined;
  }

  function message({ body }: Call): Json {
    const user = (body.recipient as { user_id?: string } | undefined)?.user_id ?? '';
    const last = seen.get(user);
    if (last === undefined) return fail(-232, 'User has no interaction with the OA');
    if (stub.blocked.has(user)) return fail(-217, 'User has blocked invitation from OA');
    const since = now().getTime() - last;
    if (since > 7 * 24 * hour) return fail(-230, 'User has not interacted with the OA in the past 7 days');
    const sent = (body.message ?? {}) as OaMessage;
    const wrong = wrongWith(sent);
    if (wrong) return fail(-201, `Params is invalid: ${wrong}`);
    if (since > 48 * hour && stub.quota.remain <= 0) return fail(-211, 'Out of quota');
    if (since > 48 * hour) stub.quota.remain--;
    stub.sent.push({ user, message: sent as Json });
    const data = {
      message_id: `z${++count}`,
      user_id: user,
      sent_time: `${now().getTime()}`,
      quota: { ...stub.quota },
    };
    return { error: 0, message: 'Success', data };
  }

  function quota({ body }: Call): Json {
    const last = seen.get(String(body.user_id));
    if (last === undefined) return fail(-232, 'User has no interaction with the OA');
    const free = now().getTime() - last <= 48 * hour;
    const cs_reply = free ? { remain: 8, total: 8 } : { ...stub.quota };
    return { error: 0, message: 'Success', data: { last_interaction: last, cs_reply } };
  }

  async function answer(call: Call): Promise<Answer> {
    const isToken = call.path === '/v4/oa/access_token';
    const planned = isToken
      ? stub.tokenErrors.shift()
      : call.path.endsWith('/cs')
        ? stub.errors.shift()
        : undefined;
    if (planned === 'html') return { html: '<html>Bad Gateway</html>' };
    const known = { '/v3.0/oa/message/cs': message, '/v3.0/oa/quota/message': quota }[call.path];
    const json = isToken
      ? planned
        ? { error: planned, error_name: 'planned' }
        : token(call)
      : (refused(call) ??
        (planned ? fail(planned, 'planned') : (known?.(call) ?? fail(-212, 'API is not registered'))));
    // The token's way is left out: it holds secrets.
    if (!isToken) stub.calls.push({ path: call.path, body: call.body, answer: json });
    const headers = {
      'X-RateLimit-Limit': `${stub.perMinute}`,
      'X-RateLimit-Remain': `${Math.max(0, stub.perMinute - minute.calls)}`,
    };
    return { json, headers };
  }

  function signed(event: Json, more: Signing): { body: string; headers: Record<string, string> } {
    const whole: Json = { app_id: keys.appId, timestamp: `${1_790_000_000_000 + ++count}`, ...event };
    const from = (event.sender ?? event.follower) as { id?: string } | undefined;
    if (from?.id && !String(event.event_name).startsWith('oa_')) seen.set(from.id, now().getTime());
    const body = JSON.stringify(whole);
    const first = more.first === 'oa' ? oaId : keys.appId;
    const key = more.key === 'app' ? keys.appSecret : keys.secretKey;
    const mac = createHash('sha256')
      .update(first + body + (more.headerTime ?? String(whole.timestamp)) + key)
      .digest('hex');
    const headers = {
      'content-type': 'application/json',
      'X-ZEvent-Signature': more.signature ?? `mac=${mac}`,
      ...(more.headerTime ? { 'X-ZEvent-Timestamp': more.headerTime } : {}),
    };
    return { body, headers };
  }

  const server = await startStubServer(answer);
  return Object.assign(stub, {
    url: server.url,
    stop: server.stop,
    async event(to: string, event: Json, more: Signing & { num_retry?: string } = {}) {
      const { body, headers } = signed(event, more);
      const again: Record<string, string> = more.num_retry ? { num_retry: more.num_retry } : {};
      return (await fetch(to, { method: 'POST', headers: { ...headers, ...again }, body })).status;
    },
    async deliver(to: string, event: Json, how: Partial<Delivering> = {}) {
      const { withinMs, againAfterMs } = { ...documented, ...how };
      const { body, headers } = signed(event, {});
      const statuses: number[] = [];
      for (const wait of [0, ...againAfterMs]) {
        if (stub.unsubscribed) return statuses;
        await new Promise((wake) => setTimeout(wake, wait));
        const again: Record<string, string> = statuses.length > 0 ? { num_retry: `${statuses.length}` } : {};
        const signal = AbortSignal.timeout(withinMs);
        const status = await fetch(to, {
          method: 'POST',
          headers: { ...headers, ...again },
          body,
          signal,
        }).then(
          (answered) => answered.status,
          () => 0,
        );
        statuses.push(status);
        if (status === 200) return statuses;
      }
      stub.unsubscribed = true;
      return statuses;
    },
  });
}

const fail = (error: number, message: string): Json => ({ error, message });

export const textEvent = (user: string, text: string, id: string): Json => ({
  event_name: 'user_send_text',
  sender: { id: user },
  recipient: { id: oaId },
  message: { text, msg_id: id },
});
export const followEvent = (user: string): Json => ({
  event_name: 'follow',
  oa_id: oaId,
  follower: { id: user },
  source: 'oa_profile',
});
export const infoEvent = (user: string, info: Json): Json => ({
  event_name: 'user_submit_info',
  sender: { id: user },
  recipient: { id: oaId },
  info,
});
