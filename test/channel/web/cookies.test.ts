// A copy of the database without the key lets nobody come as somebody: cookies stand in it as keyed hashes, older ones are hidden at the start.
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webAddress } from '../../../src/channel/web/address.ts';
import { fileOf } from '../../../src/database/open.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { freshDatabase, onBoth } from '../../support/databases.ts';
import { clientOf, hidden } from '../../support/http.ts';

const cookie = 'S'.repeat(24);
/** A person's browser, or somebody's who has learnt `value`. */
async function browser(app: TestApp, value: string) {
  const client = clientOf(app.http);
  client.cookies.set('hoi_htx', value);
  return {
    page: async () => (await client.get('/')).text,
    async ask(text: string) {
      await client.post('/chat', { id: hidden((await client.get('/')).text, 'id'), text });
    },
  };
}
const addresses = async (app: TestApp, table: 'identity' | 'inbound') =>
  (await app.db.selectFrom(table).select('address').execute()).map((r) => r.address);

onBoth('cookies', (kind) => {
  test('stand nowhere as they are, and what stands there is no cookie', async () => {
    const app = await startTestApp(kind);
    await (await browser(app, cookie)).ask('htx là gì ở làng tôi');
    const stored = [...(await addresses(app, 'identity')), ...(await addresses(app, 'inbound'))];
    expect(new Set(stored)).toEqual(new Set([webAddress(app.vault, cookie)]));
    expect(await (await browser(app, cookie)).page()).toContain('ở làng tôi');
    expect(await (await browser(app, stored[0] ?? '')).page()).not.toContain('ở làng tôi');
    await app.close();
  });

  test('of an older version are hidden at the start; people keep their talks, a repeat is still known', async () => {
    const fresh = await freshDatabase(kind);
    const before = await startTestApp(kind, {}, fresh);
    const others = Array.from({ length: 600 }, (_, i) => `cookie-${String(i).padStart(20, '0')}`);
    await Promise.all(others.map((o) => before.say(o, 'chào')));
    await before.say(cookie, 'htx là gì ở làng tôi', { messageId: 'message-0123456789' });
    await before.say('tele-7777777777777777777', 'chào', { channel: 'telegram' });
    // Wrote to a newer process already, while this older one still ran.
    await before.say(webAddress(before.vault, others[0] ?? ''), 'chào');
    await before.stop();

    const app = await startTestApp(kind, {}, fresh);
    const known = await addresses(app, 'identity');
    expect(known).toHaveLength(603);
    expect(known.filter((a) => !/^[0-9a-f]{64}$/.test(a)).toSorted()).toEqual([
      expect.stringMatching(/^none:/),
      'tele-7777777777777777777',
    ]);
    expect((await addresses(app, 'inbound')).filter((a) => a.length <= 40)).toEqual([
      'tele-7777777777777777777',
    ]);
    const mine = await browser(app, cookie);
    expect(await mine.page()).toContain('ở làng tôi');
    const again = await app.say(webAddress(app.vault, cookie), 'x', { messageId: 'message-0123456789' });
    expect(again.duplicate).toBe(true);
    await app.stop();
    await fresh.remove();
  }, 60_000);
});

test('the files of a running database are their owner’s only', async () => {
  const app = await startTestApp('sqlite');
  await app.say('lan', 'chào');
  const file = fileOf(app.fresh.url);
  for (const tail of ['', '-wal', '-shm']) expect(statSync(file + tail).mode & 0o777).toBe(0o600);
  await app.close();
});
