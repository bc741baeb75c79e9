// Whole talks through a channel's real edge: the platform's own JSON in by webhook, and what its API was sent out.
import { Buffer } from 'node:buffer';
import type { Channel, Said } from '../../src/conversation/message.ts';
import { startTestApp, type TestApp } from './app.ts';
import { freePort } from './free-port.ts';
import { startTelegramStub } from './telegram-stub.ts';
import type { Driver, Shown } from './transcript.ts';
import { startZaloBotStub } from './zalo-bot-stub.ts';
import { infoEvent, keys, startZaloOaStub, textEvent } from './zalo-oa-stub.ts';

type Choice = { id: string; label: string };
/** What one message to a person said, and what it let them press or send back. */
type Got = { text: string; choices: Choice[] };
type Platform = {
  env: Record<string, string>;
  /** Does what a person does there; resolved once our webhook has answered. */
  act: (address: string, said: Said, hook: string) => Promise<unknown>;
  /** All that the API was sent for a person so far. */
  got: (address: string) => Got[];
  stop: () => Promise<void>;
};
export type Edge = { talk: () => Driver; close: () => Promise<void> };
export const edges = ['telegram', 'zalo-bot', 'zalo-oa'] as const;

export async function startEdge(channel: (typeof edges)[number]): Promise<Edge> {
  let now = new Date('2026-11-23T03:00:00Z');
  const port = await freePort();
  const reach = (url: string): string => url.replace('https://hoi-htx.example', `http://127.0.0.1:${port}`);
  const platform = await platforms[channel](() => now, reach);
  const app = await startTestApp('sqlite', {
    PORT: String(port),
    PUBLIC_URL: 'https://hoi-htx.example',
    ...platform.env,
  });
  let people = 1000;
  return {
    talk(): Driver {
      const address = String(++people);
      let at = new Date('2026-11-23T03:00:00Z');
      return {
        later(hours) {
          at = new Date(at.getTime() + hours * 3_600_000);
        },
        async say(said) {
          now = at;
          app.setNow(at.toISOString());
          const before = platform.got(address).length;
          await platform.act(address, said, `${app.url}/webhook/${channel}`);
          return shown(app, { channel, address }, () => platform.got(address).slice(before));
        },
      };
    },
    async close() {
      await app.close();
      await platform.stop();
    },
  };
}

/** How the turn ended is known to us alone; all else is what the API was sent. */
async function shown(
  app: TestApp,
  who: { channel: Channel; address: string },
  got: () => Got[],
): Promise<Shown> {
  const mine = app.db
    .selectFrom('conversation')
    .innerJoin('identity', 'identity.id', 'conversation.identity_id')
    .where('identity.channel', '=', who.channel)
    .where('identity.address', '=', who.address);
  const { id } = await mine.select('conversation.id').executeTakeFirstOrThrow();
  for (let i = 0; ; i++) {
    const waiting = app.db.selectFrom('outbox').select('id').where('conversation_id', '=', id);
    if (!(await waiting.where('status', '=', 'pending').executeTakeFirst())) break;
    if (i > 1000) throw new Error('the reply was not sent');
    await new Promise((wake) => setTimeout(wake, 10));
  }
  const turn = await app.db
    .selectFrom('turn')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const messages = got();
  return {
    outcome: turn.outcome,
    cards: JSON.parse(turn.cards) as string[],
    text: messages.map((m) => m.text).join('\n'),
    choices: messages.flatMap((m) => m.choices),
  };
}

const platforms: Record<
  (typeof edges)[number],
  (now: () => Date, reach: (url: string) => string) => Promise<Platform>
> = {
  async telegram(_, reach) {
    const token = '123456:edge-token';
    const stub = await startTelegramStub(token);
    const call = async (push: () => Promise<void>): Promise<void> => {
      for (let i = 0; !stub.webhook && i < 500; i++) await new Promise((wake) => setTimeout(wake, 10));
      if (stub.webhook) stub.webhook.url = reach(stub.webhook.url);
      await push();
    };
    const got = (address: string): Got[] =>
      stub.sent
        .filter((s) => s.chat === address)
        .map(({ text, markup }) => ({ text: bare(text), choices: pressable(markup) }));
    return {
      env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: stub.url, TELEGRAM_WEBHOOK_SECRET: 'edge' },
      got,
      stop: stub.stop,
      act: (address, said) =>
        call(async () => {
          const chat = Number(address);
          if (said.kind === 'contact') return stub.share(chat, said.phone);
          if (said.kind !== 'choose') return stub.write(chat, said.kind === 'text' ? said.text : '/start');
          const button = got(address)
            .flatMap((g) => g.choices)
            .findLast((c) => c.id === said.id);
          // A reply keyboard sends its words; an inline button its data.
          return button?.id === button?.label ? stub.write(chat, said.id) : stub.press(chat, said.id);
        }),
    };
  },

  async 'zalo-bot'(now, reach) {
    const token = '12345689:edge-token';
    const stub = await startZaloBotStub(token, { reach, now });
    // Each talk is another person's.
    stub.plan = { ...stub.plan, users: 1000 };
    const until = async (): Promise<void> => {
      for (let i = 0; !stub.webhook && i < 500; i++) await new Promise((wake) => setTimeout(wake, 10));
    };
    return {
      env: { ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: stub.url, ZALO_BOT_WEBHOOK_SECRET: 'edge-secret' },
      got: (address) =>
        stub.sent
          .filter((s) => s.chat === address)
          .map(({ text }) => ({ text, choices: [...numbered(text), ...worded(text)] })),
      stop: stub.stop,
      async act(address, said) {
        await until();
        // Nothing can be pressed or shared here: everything is typed.
        await stub.write(address, typed(said));
      },
    };
  },

  async 'zalo-oa'(now) {
    const stub = await startZaloOaStub(now);
    let count = 0;
    return {
      env: {
        ZALO_OA_APP_ID: keys.appId,
        ZALO_OA_APP_SECRET: keys.appSecret,
        ZALO_OA_SECRET_KEY: keys.secretKey,
        ZALO_OA_REFRESH_TOKEN: 'refresh-0',
        ZALO_OA_API_ROOT: stub.url,
        ZALO_OA_OAUTH_ROOT: stub.url,
      },
      got: (address) =>
        stub.sent
          .filter((s) => s.user === address)
          .map(({ message }) => {
            const { text = '', attachment } = message as {
              text?: string;
              attachment?: { payload: { buttons?: { title: string; payload: string }[] } };
            };
            const buttons = (attachment?.payload.buttons ?? []).map((b) => ({
              id: b.payload,
              label: b.title,
            }));
            return { text, choices: [...buttons, ...worded(text)] };
          }),
      stop: stub.stop,
      act: (address, said, hook) =>
        said.kind === 'contact'
          ? stub.event(hook, infoEvent(address, { name: 'Lan', phone: said.phone }))
          : stub.event(hook, textEvent(address, typed(said), `m${++count}`)),
    };
  },
};

const typed = (said: Said): string =>
  said.kind === 'text'
    ? said.text
    : said.kind === 'choose'
      ? said.id
      : said.kind === 'contact'
        ? said.phone
        : '';

/** "1. label" lines over the invitation to answer; the number is what one sends back. */
function numbered(text: string): Choice[] {
  const lines = /((?:^\d+\. .+\n)+)Trả lời bằng số hoặc chữ\.$/m.exec(text)?.[1] ?? '';
  return [...lines.matchAll(/^(\d+)\. (.+)$/gm)].map(([, id = '', label = '']) => ({ id, label }));
}

/** "(hoặc nhắn: a, b)": the words themselves are sent back. */
function worded(text: string): Choice[] {
  const words = /^\(hoặc nhắn: (.+)\)$/m.exec(text)?.[1];
  return (words?.split(', ') ?? []).map((label) => ({ id: label, label }));
}

function pressable(markup: Record<string, unknown> | undefined): Choice[] {
  const inline = (markup?.inline_keyboard ?? []) as { text: string; callback_data: string }[][];
  const keyboard = (markup?.keyboard ?? []) as { text: string }[][];
  if (inline.flat().some((b) => Buffer.byteLength(b.callback_data) > 64)) throw new Error('callback_data');
  return [
    ...inline.flat().map((b) => ({ id: b.callback_data, label: b.text })),
    ...keyboard.flat().map((b) => ({ id: b.text, label: b.text })),
  ];
}

const bare = (html: string): string =>
  html
    .replaceAll('<blockquote>', '“')
    .replaceAll('</blockquote>', '”')
    .replace(/<\/?(?:b|i)>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
