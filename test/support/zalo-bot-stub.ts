// A Zalo Bot API stand-in with the documented limits: one webhook or one poller, updates forgotten once answered, errors in the body, a plan's quota.
import { type Answer, type Call, type Json, startStubServer } from './stub-server.ts';
import { rules } from './zalo-bot-rules.ts';

export type ZaloBotStub = {
  url: string;
  sent: { chat: string; text: string }[];
  /** Every call and its answer, as the API got it; polls that heard nothing are left out. */
  calls: { method: string; body: Json; answer: Json }[];
  /** Errors served to the next polls and sends, first first. */
  failNext: { code: number; html?: boolean; description?: string }[];
  /** The same for deleteWebhook. */
  failDelete: { code: number; html?: boolean; description?: string }[];
  webhook: { url: string; secret: string } | undefined;
  polls: number;
  pollersAtOnce: number;
  /** The Basic plan, as reported: fifty people, 3,000 messages a month. */
  plan: { users: number; messages: number };
  /** Messages written while nobody polls are lost, as seen in the field. */
  losesWhileAway: boolean;
  /** Waits for a poller, or posts to the webhook; `bare` leaves out the wrapper. */
  push: (update: Json, more?: { bare?: boolean; secret?: string }) => Promise<number>;
  write: (chat: string, text: string) => Promise<number>;
  stop: () => Promise<void>;
};
export type ZaloBotOptions = {
  /** Where a public webhook address is really to be reached, tried when it is set. */
  reach?: (url: string) => string;
  now?: () => Date;
  /** People write by another way than `push`: whoever is written to counts as having written first. */
  allHaveWritten?: boolean;
};

/** An empty poll is held this long: shorter than the real one's half minute, longer than what counts as no holding at all. */
const holdsMs = 1100;

export async function startZaloBotStub(token: string, options: ZaloBotOptions = {}): Promise<ZaloBotStub> {
  const reach = options.reach ?? ((url: string) => url);
  const now = options.now ?? (() => new Date());
  const updates: Json[] = [];
  const waiting: (() => void)[] = [];
  const people = new Set<string>();
  let polling = 0;
  let count = 0;
  let month = '';
  let spent = 0;
  let testedAt = 0;
  const stub: Omit<ZaloBotStub, 'url' | 'stop'> = {
    sent: [],
    calls: [],
    failNext: [],
    failDelete: [],
    webhook: undefined,
    polls: 0,
    pollersAtOnce: 0,
    plan: { users: 50, messages: 3000 },
    losesWhileAway: false,
    async push(update, more = {}) {
      const chat = (update.message as { chat?: { id?: string } } | undefined)?.chat?.id;
      if (chat) people.add(chat);
      if (stub.webhook)
        return post(
          stub.webhook,
          JSON.stringify(more.bare ? update : { ok: true, result: update }),
          more.secret,
        );
      if (stub.losesWhileAway && polling === 0) return 0;
      updates.push(update);
      waiting.shift()?.();
      return 0;
    },
    write: (chat, text) => stub.push(textUpdate(chat, text, `m${++count}`)),
  };
  async function post(hook: { url: string; secret: string }, body: string, secret?: string): Promise<number> {
    const headers = { 'content-type': 'application/json', 'X-Bot-Api-Secret-Token': secret ?? hook.secret };
    const answer = await fetch(reach(hook.url), { method: 'POST', headers, body }).catch(() => undefined);
    return answer?.status ?? 0;
  }

  async function send(b: Json): Promise<Json> {
    const chat = String(b.chat_id ?? '');
    // Nobody can be written to who has not written first.
    if (options.allHaveWritten) people.add(chat);
    if (!people.has(chat)) return bad(400, 'Bad Request: chat not found');
    const thisMonth = now().toISOString().slice(0, 7);
    if (thisMonth !== month) spent = 0;
    month = thisMonth;
    if (spent >= stub.plan.messages || [...people].indexOf(chat) >= stub.plan.users)
      return bad(429, 'Quota exceeded');
    spent++;
    if (b.text !== undefined) stub.sent.push({ chat, text: String(b.text) });
    return good({ message_id: `s${stub.sent.length}`, date: now().getTime() });
  }

  const methods: Record<string, (body: Json) => Promise<Json>> = {
    getMe: async () =>
      good({ id: '1', account_name: 'bot.test', account_type: 'BASIC', can_join_groups: false }),
    async setWebhook(b) {
      const hook = { url: String(b.url), secret: String(b.secret_token) };
      stub.webhook = hook;
      // Kept even when it cannot be reached.
      const status = await post(hook, '');
      const verification = {
        ok: status === 200,
        outcome: status === 200 ? 'ok' : 'failed',
        status_code: status,
        hint: '',
      };
      return good({ url: hook.url, updated_at: now().getTime(), verification });
    },
    async deleteWebhook() {
      if (!stub.webhook) return bad(400, 'Bad Request: no webhook');
      stub.webhook = undefined;
      return good({ url: '', updated_at: now().getTime() });
    },
    getWebhookInfo: async () => good({ url: stub.webhook?.url ?? '', updated_at: now().getTime() }),
    async testWebhook() {
      // This page alone spells it errorCode.
      if (performance.now() - testedAt < 60_000 && testedAt > 0)
        return { ok: false, errorCode: 426, description: 'Too often' };
      testedAt = performance.now();
      const status = stub.webhook ? await post(stub.webhook, '') : 0;
      return good({ ok: status === 200, outcome: 'tried', status_code: status, latency_ms: 1, hint: '' });
    },
    async getUpdates(b) {
      // With a webhook set polling silently hears nothing.
      if (stub.webhook) return bad(408, 'Request timeout');
      stub.polls++;
      polling++;
      stub.pollersAtOnce = Math.max(stub.pollersAtOnce, polling);
      if (updates.length === 0)
        await new Promise<void>((wake) => {
          waiting.push(wake);
          setTimeout(wake, Math.min(Number(b.timeout ?? 30) * 1000, holdsMs));
        });
      polling--;
      const update = updates.shift();
      return update ? good(update) : bad(408, 'Request timeout');
    },
    sendMessage: send,
    sendPhoto: send,
    sendSticker: send,
    sendVoice: send,
    sendChatAction: async () => good({ ok: true }),
  };

  async function answer({ path, body }: Call): Promise<Answer> {
    const [, bot, name = ''] = path.split('/');
    const planned =
      name === 'deleteWebhook'
        ? stub.failDelete.shift()
        : name === 'getUpdates' || name === 'sendMessage'
          ? stub.failNext.shift()
          : undefined;
    if (planned?.html) return { html: '<html>Bad Gateway</html>' };
    const json = await decide(bot, name, body, planned);
    if (json.error_code !== 408) stub.calls.push({ method: name, body, answer: json });
    // Errors come with status 200: only `ok` tells.
    return { json };
  }
  async function decide(
    bot: string | undefined,
    name: string,
    body: Json,
    planned?: ZaloBotStub['failNext'][number],
  ) {
    if (bot !== `bot${token}`) return bad(401, 'Unauthorized');
    if (planned) return bad(planned.code, planned.description ?? 'planned');
    const method = methods[name];
    if (!method) return bad(400, `Bad Request: unknown method ${name}`);
    const wrong = rules[name]?.(body);
    return wrong ? bad(400, `Bad Request: ${wrong}`) : method(body);
  }

  const server = await startStubServer(answer);
  return Object.assign(stub, {
    url: server.url,
    async stop() {
      for (const wake of waiting.splice(0)) wake();
      await server.stop();
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
