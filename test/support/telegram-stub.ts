// A Telegram Bot API stand-in that enforces the documented limits: 4096 characters, 64 bytes, HTML, 429, 403, redelivery, secret.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
export type SentMessage = { chat: string; text: string; markup: Json | undefined; at: number };

export type TelegramStub = {
  url: string;
  sent: SentMessage[];
  /** Errors served to the next sends, first first. */
  failNext: { status: number; retryAfter?: number; description?: string }[];
  blocked: Set<string>;
  webhook: { url: string; secret: string | undefined } | undefined;
  commands: unknown[];
  polls: number;
  /** Queues an update for polling, or posts it to the webhook until it answers 2xx (up to `tries`). */
  push: (update: Json, tries?: number) => Promise<void>;
  write: (chat: number, text: string) => Promise<void>;
  press: (chat: number, data: string) => Promise<void>;
  /** Presses the share-my-number button. */
  share: (chat: number, phone: string) => Promise<void>;
  stop: () => Promise<void>;
};

export async function startTelegramStub(token: string): Promise<TelegramStub> {
  let updates: (Json & { update_id: number })[] = [];
  let nextUpdate = 100;
  let nextMessage = 1;
  const waiting: (() => void)[] = [];
  const stub: Omit<TelegramStub, 'url' | 'stop'> = {
    sent: [],
    failNext: [],
    blocked: new Set(),
    webhook: undefined,
    commands: [],
    polls: 0,
    async push(update, tries = 5) {
      const whole = { update_id: nextUpdate++, ...update } as Json & { update_id: number };
      if (!stub.webhook) {
        updates.push(whole);
        for (const wake of waiting.splice(0)) wake();
        return;
      }
      for (let i = 0; i < tries; i++) {
        const headers: Record<string, string> = { 'content-type': 'application/json' };
        if (stub.webhook.secret) headers['X-Telegram-Bot-Api-Secret-Token'] = stub.webhook.secret;
        const answer = await fetch(stub.webhook.url, {
          method: 'POST',
          headers,
          body: JSON.stringify(whole),
        });
        if (answer.ok) return;
      }
    },
    write: (chat, text) => stub.push({ message: message(chat, { text }) }),
    share: (chat, phone) =>
      stub.push({
        message: message(chat, { contact: { phone_number: phone, first_name: 'Lan', user_id: chat } }),
      }),
    press: (chat, data) =>
      stub.push({
        callback_query: {
          id: `cb${nextUpdate}`,
          from: person(chat),
          chat_instance: '1',
          data,
          message: message(chat, {}),
        },
      }),
  };

  const person = (id: number): Json => ({ id, is_bot: false, first_name: 'Lan' });
  const message = (chat: number, more: Json): Json => ({
    message_id: nextMessage++,
    date: 1_790_000_000,
    chat: { id: chat, type: 'private', first_name: 'Lan' },
    from: person(chat),
    ...more,
  });

  const methods: Record<string, (body: Json) => Promise<[number, Json]>> = {
    getMe: async () => ok({ id: 1, is_bot: true, first_name: 'x', username: 'x_bot' }),
    setMyCommands: async (b) => {
      stub.commands = b.commands as unknown[];
      const wrong = (stub.commands as { command: string }[]).some(
        (c) => !/^[a-z0-9_]{1,32}$/.test(c.command),
      );
      return wrong ? bad('Bad Request: BOT_COMMAND_INVALID') : ok(true);
    },
    setWebhook: async (b) => {
      stub.webhook = { url: String(b.url), secret: b.secret_token as string | undefined };
      return ok(true);
    },
    deleteWebhook: async () => {
      stub.webhook = undefined;
      return ok(true);
    },
    answerCallbackQuery: async () => ok(true),
    async getUpdates(b) {
      if (stub.webhook)
        return [
          409,
          {
            ok: false,
            error_code: 409,
            description: "Conflict: can't use getUpdates method while webhook is active",
          },
        ];
      stub.polls++;
      const offset = Number(b.offset ?? 0);
      updates = updates.filter((u) => u.update_id >= offset);
      if (updates.length === 0 && Number(b.timeout ?? 0) > 0) {
        await new Promise<void>((wake) => {
          waiting.push(wake);
          setTimeout(wake, 500);
        });
      }
      return ok(updates.slice(0, Number(b.limit ?? 100)));
    },
    async sendMessage(b) {
      const planned = stub.failNext.shift();
      if (planned) {
        const parameters =
          planned.retryAfter === undefined ? {} : { parameters: { retry_after: planned.retryAfter } };
        return [
          planned.status,
          {
            ok: false,
            error_code: planned.status,
            description: planned.description ?? 'planned',
            ...parameters,
          },
        ];
      }
      const chat = String(b.chat_id);
      if (stub.blocked.has(chat))
        return [403, { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }];
      const wrong = wrongWith(b);
      if (wrong) return bad(wrong);
      stub.sent.push({
        chat,
        text: String(b.text),
        markup: b.reply_markup as Json | undefined,
        at: Date.now(),
      });
      return ok({
        message_id: nextMessage++,
        date: 1,
        chat: { id: b.chat_id, type: 'private' },
        text: b.text,
      });
    },
  };

  const server = createServer((req, res) => void serve(req, res).catch(() => res.writeHead(500).end()));
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const [, bot, name = ''] = (req.url ?? '').split('/');
    const method = methods[name];
    const body: Json = chunks.length ? (JSON.parse(Buffer.concat(chunks).toString()) as Json) : {};
    const [status, answer] =
      bot !== `bot${token}`
        ? [401, { ok: false, error_code: 401, description: 'Unauthorized' }]
        : method
          ? await method(body)
          : [404, { ok: false, error_code: 404, description: 'Not Found: method not found' }];
    res.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const port = (server.address() as AddressInfo).port;
  return Object.assign(stub, {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      for (const wake of waiting.splice(0)) wake();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}

const ok = (result: unknown): [number, Json] => [200, { ok: true, result }];
const bad = (description: string): [number, Json] => [400, { ok: false, error_code: 400, description }];

/** The checks of sendMessage: length after entities, known and closed tags, button data in bytes. */
function wrongWith(body: Json): string | undefined {
  const text = String(body.text ?? '');
  const bare = text.replace(/<\/?(?:b|i|blockquote)>/g, '');
  if (/[<>]/.test(bare) || /&(?!amp;|lt;|gt;|quot;)/.test(bare)) return "Bad Request: can't parse entities";
  for (const tag of ['b', 'i', 'blockquote']) {
    if (text.split(`<${tag}>`).length !== text.split(`</${tag}>`).length)
      return "Bad Request: can't parse entities";
  }
  const length = bare.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').length;
  if (length === 0) return 'Bad Request: message text is empty';
  if (length > 4096) return 'Bad Request: message is too long';
  const rows = ((body.reply_markup as Json | undefined)?.inline_keyboard ?? []) as {
    text: string;
    callback_data: string;
  }[][];
  for (const button of rows.flat()) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) return 'Bad Request: BUTTON_DATA_INVALID';
    if (!button.text) return 'Bad Request: text buttons are not allowed to be empty';
  }
  return undefined;
}

/** A text of a private chat, as the webhook gets it. */
export const telegramText = (updateId: number, chat: number, text: string): Json => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1_790_000_000,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, first_name: 'Lan' },
    text,
  },
});
