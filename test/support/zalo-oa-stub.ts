// A Zalo OA stand-in: single-use refresh tokens, errors with status 200, 2,000 characters, five buttons, the seven-day window, signed webhooks.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
export const keys = { appId: '360846524940903967', appSecret: 'APP_SECRET', secretKey: 'OA_SECRET_TEST' };
export type ZaloOaStub = {
  url: string;
  sent: { user: string; message: Json }[];
  errors: number[];
  refreshes: number;
  /** The refresh token that works once, and the access token that works now. */
  refresh: string;
  access: string;
  event: (to: string, event: Json, more?: { signature?: string; num_retry?: string }) => Promise<number>;
  stop: () => Promise<void>;
};

export async function startZaloOaStub(): Promise<ZaloOaStub> {
  const stub = { sent: [], errors: [], refreshes: 0, refresh: 'refresh-0', access: 'access-0' } as Omit<
    ZaloOaStub,
    'url' | 'stop' | 'event'
  >;

  function token(body: URLSearchParams, secret: string | undefined): Json {
    if (secret !== keys.appSecret) return { error: -14004, error_name: 'Invalid secret key' };
    if (body.get('refresh_token') !== stub.refresh)
      return { error: -14020, error_name: 'Invalid refresh token' };
    stub.refreshes++;
    stub.refresh = `refresh-${stub.refreshes}`;
    stub.access = `access-${stub.refreshes}`;
    return { access_token: stub.access, refresh_token: stub.refresh, expires_in: '90000' };
  }

  function message(body: Json, given: string | undefined): Json {
    if (given !== stub.access) return { error: -216, message: 'Access token is invalid' };
    const planned = stub.errors.shift();
    if (planned) return { error: planned, message: 'planned' };
    const sent = body.message as {
      text?: string;
      attachment?: { payload: { buttons?: Json[]; template_type?: string; elements?: Json[] } };
    };
    const wrong = wrongWith(sent);
    if (wrong) return { error: -201, message: wrong };
    stub.sent.push({ user: (body.recipient as { user_id: string }).user_id, message: sent as Json });
    return { error: 0, message: 'Success', data: { message_id: 'x', quota: { remain: '7' } } };
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const answer =
      req.url === '/v4/oa/access_token'
        ? token(new URLSearchParams(text), req.headers.secret_key as string | undefined)
        : req.url === '/v3.0/oa/message/cs'
          ? message(JSON.parse(text) as Json, req.headers.access_token as string | undefined)
          : { error: 404, message: 'no such method' };
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  const server = createServer((req, res) => void serve(req, res).catch(() => res.writeHead(500).end()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(stub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async event(to: string, event: Json, more: { signature?: string; num_retry?: string } = {}) {
      const body = JSON.stringify({ app_id: keys.appId, timestamp: '1790000000000', ...event });
      const timestamp = String((JSON.parse(body) as Json).timestamp);
      const mac = createHash('sha256')
        .update(keys.appId + body + timestamp + keys.secretKey)
        .digest('hex');
      const answer = await fetch(to, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'X-ZEvent-Signature': more.signature ?? `mac=${mac}`,
          ...(more.num_retry ? { num_retry: more.num_retry } : {}),
        },
        body,
      });
      return answer.status;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

function wrongWith(message: {
  text?: string;
  attachment?: { payload: { buttons?: Json[]; template_type?: string; elements?: Json[] } };
}): string | undefined {
  const { text, attachment } = message;
  if (text !== undefined && (text.length === 0 || text.length > 2000 || text !== text.normalize('NFC')))
    return 'text';
  if (text === undefined && !attachment) return 'empty';
  const { buttons = [], template_type, elements = [] } = attachment?.payload ?? {};
  if (buttons.length > 5) return 'too many buttons';
  if (
    buttons.some(
      (b) => String(b.title).length > 100 || String(b.payload).length > 1000 || b.type !== 'oa.query.show',
    )
  )
    return 'button';
  if (template_type === 'request_user_info' && elements.length !== 1) return 'elements';
  return undefined;
}

export const textEvent = (user: string, text: string, id: string): Json => ({
  event_name: 'user_send_text',
  sender: { id: user },
  recipient: { id: '388613280878808645' },
  message: { text, msg_id: id },
});
