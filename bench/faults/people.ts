// The people of the load: each registers from the first word to the last by one of three channels, with the same message ids however often a message is repeated.
import { messageId, personName, postOnce, spokenBy } from '../../test/support/process.ts';
import { telegramText } from '../../test/support/telegram-stub.ts';
import { textUpdate } from '../../test/support/zalo-bot-stub.ts';

export const channels = ['web', 'telegram', 'zalo-bot'] as const;
export type Channel = (typeof channels)[number];
export const webhookSecret = 'bench-secret-0123456789';

/** The key that names and phones are sealed with. */
export const dataKey = Buffer.alloc(32, 7).toString('base64');

export const addressOf: Record<Channel, (i: number) => string> = {
  web: personName,
  telegram: (i) => String(5_000_000 + i),
  'zalo-bot': (i) => `z${i}`,
};

/** One try of person `i`'s message `n`: the status of the answer, 0 without one. */
export function say(channel: Channel, port: number, i: number, n: number): Promise<number> {
  const text = spokenBy(i)[n] ?? '';
  const id = messageId(i, n);
  const address = addressOf[channel](i);
  if (channel === 'web') return postOnce(port, address, { id, text });
  const [header, update] =
    channel === 'telegram'
      ? ['X-Telegram-Bot-Api-Secret-Token', telegramText(1 + i * 100 + n, Number(address), text)]
      : ['X-Bot-Api-Secret-Token', textUpdate(address, text, id)];
  return fetch(`http://127.0.0.1:${port}/webhook/${channel}`, {
    method: 'POST',
    body: JSON.stringify(update),
    signal: AbortSignal.timeout(20_000),
    headers: { 'content-type': 'application/json', [header]: webhookSecret },
  }).then(
    (r) => r.status,
    () => 0,
  );
}
