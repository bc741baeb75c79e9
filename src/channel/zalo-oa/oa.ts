// The Zalo Official Account channel: a signed webhook in, consultation messages out, tokens renewed before they run out.
import type { Inbound } from '../../conversation/message.ts';
import { type ChannelState, makeHealth } from '../health.ts';
import type { Sender } from '../sender.ts';
import type { ChannelStore } from '../store.ts';
import type { Webhook } from '../webhook.ts';
import { parseEvent, readEvent } from './read.ts';
import { zaloOaSender } from './send.ts';
import type { FormWords } from './show.ts';
import { signedBy } from './signature.ts';
import { makeTokens } from './tokens.ts';

type ZaloOaDeps = {
  appId: string;
  appSecret: string;
  /** The OA Secret Key of the webhook page, not the app's secret. */
  secretKey: string;
  refreshToken: string;
  apiRoot: string;
  oauthRoot: string;
  form: FormWords;
  receive: (inbound: Inbound) => Promise<unknown>;
  store: ChannelStore;
  owner: string;
  clock: () => Date;
  log: {
    info: (data: object, message: string) => void;
    warn: (data: object, message: string) => void;
    error: (data: object, message: string) => void;
  };
};
export type ZaloOa = {
  sender: Sender;
  start: () => void;
  stop: () => void;
  /** Done when no token is being renewed any more; call it when nothing is sent any more. */
  settled: () => Promise<void>;
  /** For POST /webhook/zalo-oa; Zalo wants its 200 within two seconds. */
  webhook: Webhook;
  state: () => Promise<ChannelState>;
};

/** Looked at this often, a token is renewed hours before it ends, and trouble is known before anyone writes. */
const lookEvery = 10 * 60_000;
const quotaKey = 'zalo-oa.quota';

export function makeZaloOa(deps: ZaloOaDeps): ZaloOa {
  const health = makeHealth();
  const tokens = makeTokens({ ...deps, health });
  const secrets = [deps.appSecret, deps.secretKey, deps.refreshToken];
  const sender = zaloOaSender({ ...deps, secrets, health, tokens, left });
  let told: number | undefined;
  const seen = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const look = (): void =>
    void tokens
      .access()
      .then((a) => 'token' in a && health.say('in', { ok: true, what: 'webhook', detail: 'webhook' }))
      .catch(() =>
        health.say('token', { ok: false, what: 'unreachable', detail: 'token store unreachable' }),
      );

  /** In the store: whichever process is asked shows what the one that sent was told. */
  async function left(remain: number): Promise<void> {
    if (remain === told) return;
    told = remain;
    await deps.store.put(quotaKey, `${remain}`).catch(() => {
      told = undefined;
    });
  }

  /** Sources differ on how Zalo signs: which way it does is worth knowing once. */
  function note(way: object): void {
    const text = JSON.stringify(way);
    if (seen.has(text)) return;
    seen.add(text);
    deps.log.info({ way }, 'zalo-oa webhook signed this way');
  }

  return {
    sender,
    start() {
      timer = setInterval(look, lookEvery);
      look();
    },
    stop: () => clearInterval(timer),
    settled: tokens.settled,
    async state() {
      const [trouble, quota] = await Promise.all(
        [tokens.trouble(), deps.store.get(quotaKey)].map((asked) => asked.catch(() => undefined)),
      );
      if (trouble) return { ok: false, what: 'no-token', detail: trouble };
      const state = health.state();
      return quota === undefined ? state : { ...state, detail: `${state.detail}; quota left ${quota}` };
    },
    async webhook(signature, body, header) {
      const text = await body();
      // The console tries an address with an empty body.
      if (text.trim() === '') return 200;
      const event = parseEvent(text);
      const times = { body: event.timestamp ?? '', header: header('x-zevent-timestamp') };
      const by = signedBy(signature, text, times, { ...deps, oaId: event.oa_id ?? event.recipient?.id });
      if (!by) return 401;
      note(by);
      const read = readEvent(event, text);
      if (read.kind === 'ignore') deps.log.info({ why: read.why }, 'zalo-oa event ignored');
      else await deps.receive({ ...read.inbound, receivedAt: deps.clock() });
      return 200;
    },
  };
}
