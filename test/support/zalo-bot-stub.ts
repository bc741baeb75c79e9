// A Zalo Bot API stand-in that enforces the documented limits: 2,000 characters, `ok` in the body, 408, 429, one webhook or one poller, updates forgotten once answered.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
export type ZaloBotStub = {
  url: string;
  sent: { chat: string; text: string }[];
  failNext: { code: number; html?: boolean }[];
  webhook: { url: string; secret: string } | undefined;
  polls: number;
  pollersAtOnce: number;
  /** Waits for a poller, or posts to the webhook; `bare` leaves out the wrapper. */
  push: (update: Json, more?: { bare?: boolean; secret?: string }) => Promise<number>;
  write: (chat: string, text: string) => Promise<number>;
  stop: () => Promise<void>;
};

export async function startZaloBotStub(token: string): Promise<ZaloBotStub> {
  const updates: Json[] = [];
  const waiting: (() => void)[] = [];
  let polling = 0;
  let count = 0;
  const stub: Omit<ZaloBotStub, 'url' | 'stop'> = {
    sent: [],
    failNext: [],
    webhook: undefined,
    polls: 0,
    pollersAtOnce: 0,
    async push(update, more = {}) {
      if (!stub.webhook) {
        updates.push(update);
        waiting.shift()?.();
        return 0;
      }
      const answer = await fetch(stub.webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'X-Bot-Api-Secret-Token': more.secret ?? stub.webhook.secret,
        },
        body: JSON.stringify(more.bare ? update : { ok: true, result: update }),
      });
      return answer.status;
    },
    write: (chat, text) => stub.push(textUpdate(chat, text, `m${++count}`)),
  };

  const methods: Record<string, (body: Json) => Promise<Json>> = {
    getMe: async () =>
      good({ id: '1', account_name: 'bot.test', account_type: 'BASIC', can_join_groups: false }),
    async setWebhook(b) {
      const secret = String(b.secret_token ?? '');
      if (secret.length < 8 || secret.length > 256) return bad(400, 'secret_token is invalid');
      stub.webhook = { url: String(b.url), secret };
      return good({ url: b.url, updated_at: 1 });
    },
    async deleteWebhook() {
      if (!stub.webhook) return bad(400, 'no webhook');
      stub.webhook = undefined;
      return good({ url: '', updated_at: 1 });
    },
    async getUpdates(b) {
      if (stub.webhook) return bad(408, 'Request timeout');
      stub.polls++;
      polling++;
      stub.pollersAtOnce = Math.max(stub.pollersAtOnce, polling);
      if (updates.length === 0)
        await new Promise<void>((wake) => {
          waiting.push(wake);
          setTimeout(wake, Math.min(Number(b.timeout), 1) * 300);
        });
      polling--;
      const update = updates.shift();
      return update ? good(update) : bad(408, 'Request timeout');
    },
    async sendMessage(b) {
      const text = String(b.text ?? '');
      if (!b.chat_id || text.length < 1 || text.length > 2000) return bad(400, 'Bad Request: text');
      if (text !== text.normalize('NFC')) return bad(400, 'Bad Request: text is not NFC');
      if ('reply_markup' in b || 'keyboard' in b) return bad(400, 'Bad Request: unknown field');
      stub.sent.push({ chat: String(b.chat_id), text });
      return good({ message_id: `s${stub.sent.length}`, date: 1 });
    },
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const [, bot, name = ''] = (req.url ?? '').split('/');
    const planned = name === 'getUpdates' || name === 'sendMessage' ? stub.failNext.shift() : undefined;
    if (planned?.html) return void res.writeHead(502).end('<html>Bad Gateway</html>');
    const method = methods[name];
    const body = chunks.length ? (JSON.parse(Buffer.concat(chunks).toString()) as Json) : {};
    const answer =
      bot !== `bot${token}`
        ? bad(401, 'Unauthorized')
        : planned
          ? bad(planned.code, 'planned')
          : method
            ? await method(body)
            : bad(404, 'Not Found');
    // Errors come with status 200: only `ok` tells.
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  const server = createServer((req, res) => void serve(req, res).catch(() => res.writeHead(500).end()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(stub, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const wake of waiting.splice(0)) wake();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

const good = (result: unknown): Json => ({ ok: true, result });
const bad = (error_code: number, description: string): Json => ({ ok: false, error_code, description });

export const textUpdate = (chat: string, text: string, id: string, more: Json = {}): Json => ({
  event_name: 'message.text.received',
  message: {
    from: { id: chat, display_name: 'Lan', is_bot: false },
    chat: { id: chat, chat_type: 'PRIVATE' },
    text,
    message_id: id,
    date: 1_790_000_000_000,
    ...more,
  },
});
