// What strangers send to the webhooks: not read where the header tells that it is a stranger's, and never beyond the limit.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startTelegramStub, type TelegramStub } from '../support/telegram-stub.ts';
import { keys, startZaloOaStub, type ZaloOaStub } from '../support/zalo-oa-stub.ts';

const token = '1:tok';
let telegram: TelegramStub;
let oa: ZaloOaStub;
let app: TestApp;
beforeAll(async () => {
  telegram = await startTelegramStub(token);
  oa = await startZaloOaStub();
  app = await startTestApp('sqlite', {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_WEBHOOK_SECRET: 'secret',
    ZALO_BOT_TOKEN: token,
    ZALO_BOT_API_ROOT: telegram.url,
    ZALO_BOT_WEBHOOK_SECRET: 'secretsecret',
    ZALO_OA_APP_ID: keys.appId,
    ZALO_OA_APP_SECRET: keys.appSecret,
    ZALO_OA_SECRET_KEY: keys.secretKey,
    ZALO_OA_REFRESH_TOKEN: 'refresh-0',
    ZALO_OA_API_ROOT: oa.url,
    ZALO_OA_OAUTH_ROOT: oa.url,
  });
});
afterAll(async () => {
  await app.close();
  await telegram.stop();
  await oa.stop();
});

/** Sends a header and a body that never ends; resolves with the first line of the answer. */
const halfSent = (path: string, header: string): Promise<string> =>
  new Promise((answered, failed) => {
    const socket = connect(app.port, '127.0.0.1', () =>
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n${'1'.repeat(5)}`),
    );
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer before the body is whole')));
    socket.on('error', failed);
    socket.once('data', (data) => {
      answered(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });

test.each(['/webhook/telegram', '/webhook/zalo-bot'])(
  '%s does not wait for the body of a stranger',
  async (path) => {
    expect(await halfSent(path, 'Content-Length: 100000')).toContain(' 401 ');
    expect(await halfSent(path, 'Transfer-Encoding: chunked')).toContain(' 401 ');
  },
);

test.each([
  ['/webhook/telegram', { 'x-telegram-bot-api-secret-token': 'secret' }, 1024 * 1024, 400],
  ['/webhook/zalo-bot', { 'x-bot-api-secret-token': 'secretsecret' }, 1024 * 1024, 400],
  ['/webhook/zalo-oa', {}, 128 * 1024, 401],
])(
  '%s takes no more than its limit, whether the length is told before or not',
  async (path, headers, most, read) => {
    const send = (body: string | ReadableStream): Promise<number> =>
      fetch(app.url + path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).then(
        (answer) => answer.status,
        // Answered and closed while the rest was still being sent.
        () => 413,
      );
    const told = (length: number): Promise<number> => send('{'.padEnd(length, ' '));
    const streamed = (length: number): Promise<number> => send(new Blob(['{'.padEnd(length, ' ')]).stream());
    expect([await told(most), await told(most + 1)]).toEqual([read, 413]);
    expect([await streamed(most), await streamed(most + 1)]).toEqual([read, 413]);
  },
);
