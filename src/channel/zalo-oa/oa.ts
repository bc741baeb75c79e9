// The Zalo Official Account channel: a signed webhook in, consultation messages out.
import type { Inbound } from '../../conversation/message.ts';
import type { ChannelStore } from '../store.ts';
import { parseEvent, readEvent } from './read.ts';
import { zaloOaSender } from './send.ts';
import { signedBy } from './signature.ts';
import { makeTokens } from './tokens.ts';

export type ZaloOaDeps = {
  appId: string;
  appSecret: string;
  /** The OA Secret Key of the webhook page, not the app's secret. */
  secretKey: string;
  refreshToken: string;
  apiRoot: string;
  oauthRoot: string;
  publicUrl: string;
  formTitle: string;
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
  sender: ReturnType<typeof zaloOaSender>;
  /** For POST /webhook/zalo-oa; Zalo wants its 200 within two seconds. */
  webhook: (signature: string | undefined, body: string) => Promise<200 | 400 | 401>;
  state: () => { ok: boolean; detail: string };
};

export function makeZaloOa(deps: ZaloOaDeps): ZaloOa {
  const tokens = makeTokens(deps);
  const sender = zaloOaSender({ ...deps, tokens });
  return {
    sender,
    state: () => {
      const token = tokens.state();
      const quota = sender.quota();
      return quota ? { ...token, detail: `${token.detail}; quota left ${quota}` } : token;
    },
    async webhook(signature, body) {
      // The console tries an address with an empty body.
      if (body.trim() === '') return 200;
      const event = parseEvent(body);
      if (!event) return 400;
      const keys = { appId: deps.appId, secretKey: deps.secretKey, oaId: event.oa_id ?? event.recipient?.id };
      const by = signedBy(signature, body, event.timestamp, keys);
      if (!by) return 401;
      if (by === 'oa') deps.log.info({}, 'zalo-oa signature matched with the oa id');
      const read = readEvent(event);
      if (read.kind === 'ignore') return 200;
      await deps.receive({ ...read.inbound, receivedAt: deps.clock() });
      return 200;
    },
  };
}
