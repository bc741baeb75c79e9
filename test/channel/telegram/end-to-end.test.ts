// The whole app on Telegram, driven by a client nobody here wrote: text in, HTML and buttons out, a press, a restart.
import { createServer } from 'node:net';
import telegramTestApi from 'telegram-test-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

const token = '123456:test-token-for-e2e';
type Update = {
  message: { text: string; reply_markup?: { inline_keyboard?: { text: string; callback_data: string }[][] } };
};
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => done(typeof at === 'object' && at ? at.port : 0));
    });
  });

// Its types say ES module, its file is CommonJS.
const TelegramServer = telegramTestApi as unknown as typeof telegramTestApi.default;
let server: InstanceType<typeof TelegramServer>;
let app: TestApp;
let client: ReturnType<typeof server.getClient>;
beforeAll(async () => {
  server = new TelegramServer({
    port: await freePort(),
    host: '127.0.0.1',
    storage: 'RAM',
    storeTimeout: 60,
  });
  await server.start();
  app = await startTestApp('sqlite', { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.config.apiURL });
  client = server.getClient(token, {
    userId: 77,
    chatId: 77,
    firstName: 'Tùng',
    type: 'private',
    interval: 20,
    timeout: 15_000,
  });
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

async function ask(text: string): Promise<Update[]> {
  await client.sendMessage(client.makeMessage(text));
  return (await client.getUpdates()).result as Update[];
}

test('a question comes back with its citation and inline buttons', async () => {
  const [answer] = await ask('lap htx can may nguoi');
  expect(answer?.message.text).toContain('05 thành viên chính thức');
  expect(answer?.message.text).toContain('Luật Hợp tác xã 17/2023/QH15');
  const buttons = answer?.message.reply_markup?.inline_keyboard?.flat() ?? [];
  expect(buttons.map((b) => b.callback_data)).toContain('quote:htx-so-nguoi');
});

test('a press on a button is answered', async () => {
  await client.sendCallback(client.makeCallbackQuery('quote:htx-so-nguoi'));
  const [answer] = (await client.getUpdates()).result as Update[];
  expect(answer?.message.text).toContain('blockquote');
});

test('a whole registration by command, words and button ends in a lead', async () => {
  for (const text of [
    '/dang_ky',
    'tổ hợp tác',
    'phường Văn Phú',
    'chè',
    '4',
    'đồng ý',
    'Trần Văn Tùng',
    '0912345678',
    'tối',
  ])
    expect((await ask(text)).length).toBeGreaterThan(0);
  const [saved] = await ask('gửi đi');
  expect(saved?.message.text).toMatch(/HTX-[2-9A-Z]{5}/);
  const leads = await app.db.selectFrom('lead').selectAll().execute();
  expect(leads).toHaveLength(1);
  expect(leads[0]).toMatchObject({ consent_channel: 'telegram', form: 'tht', members: 4 });
});
