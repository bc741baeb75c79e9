// No token and no secret leaves a channel, however the platform repeats it: not in a log, not in what is stored of a send, not in /ready.
import { expect, test } from 'vitest';
import { makeHealth } from '../../src/channel/health.ts';
import { redactor } from '../../src/channel/redact.ts';
import { makeTelegram } from '../../src/channel/telegram/bot.ts';
import { makeZaloBot } from '../../src/channel/zalo-bot/bot.ts';
import { zaloOaSender } from '../../src/channel/zalo-oa/send.ts';
import type { Sent } from '../../src/conversation/message.ts';
import { memoryStore, ownLease } from '../support/memory-store.ts';
import { type Call, startStubServer } from '../support/stub-server.ts';

const token = '88:zb-SECRET_token/9';
const part = 'zb-SECRET_token/9';
test.each([
  ['whole', token],
  ['in an address', `/bot${token}/getUpdates`],
  ['its secret part alone', part],
  ['as an address writes it', encodeURIComponent(token)],
  ['the same in small letters', encodeURIComponent(token).toLowerCase()],
  ['twice over', encodeURIComponent(encodeURIComponent(token))],
  ['with more of it written so than needed', token.replaceAll('S', '%53')],
  ['and another secret', 'of-the-header'],
])('a secret %s is taken out', (_, said) => {
  const left = redactor(token, undefined, '', 'of-the-header')(`no route ${said}, sorry`);
  expect(left).toMatch(/^no route .*…[^\s]*, sorry$/);
  expect(left.toLowerCase()).not.toContain('secret');
  expect(left).not.toContain('header');
});
test('words that only look like part of a short token stay', () =>
  expect(redactor('1:t')('telegram 400: chat not found')).toBe('telegram 400: chat not found'));

const reply = { blocks: [{ kind: 'say' as const, text: 'x' }], choices: [] };
const about = { seenAt: '2026-11-29T03:00:00Z', signal: AbortSignal.timeout(60_000) };
const says = [
  (c: Call) => `oops ${c.path} ${c.headers.access_token}`,
  (c: Call) => `oops ${encodeURIComponent(`${c.path} ${c.headers.access_token}`)}`,
  (c: Call) =>
    `oops ${/SECRET\S*/.exec(decodeURIComponent(c.path))?.[0].split('/')[0] ?? c.headers.access_token}`,
];
const codes = [400, 401, 403, 404, 500, -216, -224, -32, -201];

/** A platform that answers each call with the next error, repeating what it was asked with. */
async function telling() {
  let n = 0;
  return startStubServer(async (call) => {
    const description = says[n % says.length]?.(call);
    const code = codes[Math.floor(n++ / says.length) % codes.length];
    return { json: { ok: false, error_code: code, description, error: code, message: description } };
  });
}

test.each(['telegram', 'zalo-bot', 'zalo-oa'])('%s keeps its token to itself', async (channel) => {
  const zalo = await telling();
  const heard: string[] = [];
  const note = (data: object, message: string): void => void heard.push(`${message} ${JSON.stringify(data)}`);
  const deps = {
    token: '88:SECRETtoken',
    apiRoot: zalo.url,
    webhookSecret: undefined,
    publicUrl: 'https://hoi-htx.example',
    contactLabel: '',
    receive: async () => undefined,
    linkStaff: async () => '',
    store: memoryStore(new Map()),
    lease: ownLease,
    clock: () => new Date(about.seenAt),
    log: { info: note, warn: note, error: note },
    sleep: () => new Promise<void>((wake) => setTimeout(wake, 1)),
  };
  const health = makeHealth();
  const bot =
    channel === 'telegram' ? makeTelegram(deps) : channel === 'zalo-bot' ? makeZaloBot(deps) : undefined;
  const sender =
    bot?.sender ??
    zaloOaSender({
      ...deps,
      secrets: [],
      left: async () => undefined,
      health,
      form: { title: '', hint: '', picture: '' },
      tokens: {
        access: async () => ({ token: 'SECRETaccess' }),
        trouble: async () => undefined,
        settled: async () => undefined,
      },
    });
  bot?.start();
  const sent: Sent[] = [];
  for (let i = 0; i < says.length * codes.length; i++) {
    sent.push(await sender.send('7', reply, about));
    heard.push(JSON.stringify(bot ? bot.state() : health.state()));
  }
  await bot?.stop();
  const all = `${heard.join('\n')} ${JSON.stringify(sent)}`;
  expect(all).toContain('oops');
  expect(all).not.toMatch(/SECRET/i);
  await zalo.stop();
});
