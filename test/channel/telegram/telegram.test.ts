// The Telegram channel against a stand-in that enforces the real limits.
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTelegram, type Telegram, type TelegramDeps } from '../../../src/channel/telegram/bot.ts';
import { readUpdate } from '../../../src/channel/telegram/read.ts';
import { showReply } from '../../../src/channel/telegram/show.ts';
import type { Inbound } from '../../../src/conversation/message.ts';
import { memoryStore, ownLease } from '../../support/memory-store.ts';
import { startTelegramStub, type TelegramStub } from '../../support/telegram-stub.ts';

const token = '123456:TEST-token';
const secret = 'a-secret_A1';
const about = { seenAt: '', signal: AbortSignal.timeout(60_000) };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function until(check: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!check()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

let stub: TelegramStub;
let received: Inbound[];
let kept: Map<string, string>;
let telegram: Telegram | undefined;
const make = (more: Partial<TelegramDeps> = {}): Telegram => {
  telegram = makeTelegram({
    token,
    apiRoot: stub.url,
    webhookSecret: undefined,
    publicUrl: 'http://127.0.0.1:1',
    contactLabel: 'Gửi số của tôi',
    receive: async (inbound) => {
      received.push(inbound);
    },
    linkStaff: async () => 'Đã nối.',
    store: memoryStore(kept),
    lease: ownLease,
    clock: () => new Date('2026-11-23T05:00:00Z'),
    log: quiet,
    sleep: (ms) => new Promise((w) => setTimeout(w, Math.min(ms, 20))),
    ...more,
  });
  return telegram;
};

beforeEach(async () => {
  stub = await startTelegramStub(token);
  received = [];
  kept = new Map();
});
afterEach(async () => {
  await telegram?.stop();
  await stub.stop();
});

describe('long polling', () => {
  test('messages and buttons come in with their update id, in order', async () => {
    make().start();
    await stub.write(7, 'lập htx cần mấy người');
    await stub.press(7, 'card:htx-so-nguoi');
    await until(() => received.length === 2);
    expect(received.map((r) => [r.address, r.messageId, r.said])).toEqual([
      ['7', 'u100', { kind: 'text', text: 'lập htx cần mấy người' }],
      ['7', 'u101', { kind: 'choose', id: 'card:htx-so-nguoi' }],
    ]);
    expect(stub.commands).toHaveLength(5);
  });

  test('an outage at the start is waited out', async () => {
    const address = stub.url;
    await stub.stop();
    const bot = make({ apiRoot: address });
    bot.start();
    await until(() => bot.state().detail === 'telegram unreachable');
    expect(bot.state().ok).toBe(false);
    stub = await startTelegramStub(token);
  });
});

describe('long polling through trouble', () => {
  test('what cannot be saved is asked for again and not lost, and others are saved meanwhile', async () => {
    let failures = 3;
    make({
      receive: async (inbound) => {
        if (inbound.address === '7' && failures-- > 0) throw new Error('disk full');
        received.push(inbound);
      },
    }).start();
    await stub.write(7, 'một');
    await stub.write(8, 'hai');
    await until(() => received.some((r) => r.address === '7'));
    expect(new Set(received.map((r) => `${r.address}:${r.messageId}`))).toEqual(
      new Set(['7:u100', '8:u101']),
    );
  });

  test('what is held is asked for once and written down; others are handled once each, its own in order', async () => {
    let held = true;
    let tries = 0;
    make({
      receive: async (inbound) => {
        if (inbound.address === '7') tries++;
        if (held && inbound.address === '7') throw new Error('another transaction holds the talk');
        received.push(inbound);
      },
    }).start();
    await stub.write(7, 'một');
    await until(() => kept.size === 1);
    for (const chat of [8, 7, 9]) await stub.write(chat, 'hai');
    await until(() => received.length === 2 && kept.size === 2);
    await until(() => tries > 12);
    expect(received.map((r) => r.messageId)).toEqual(['u101', 'u103']);
    held = false;
    await until(() => kept.size === 0);
    expect(received.slice(2).map((r) => r.messageId)).toEqual(['u100', 'u102']);
  });

  test('what can neither be saved nor written down is asked for again, with nothing after it lost', async () => {
    let full = true;
    const disk = async <T>(work: () => T): Promise<T> => {
      if (full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      return work();
    };
    const store = memoryStore(kept);
    make({
      receive: (inbound) => disk(() => received.push(inbound)),
      store: { ...store, put: (key, value) => disk(() => void kept.set(key, value)) },
    }).start();
    for (const chat of [7, 8]) await stub.write(chat, 'một');
    await until(() => stub.polls > 5);
    expect([received.length, kept.size]).toEqual([0, 0]);
    full = false;
    await until(() => received.length === 2);
  });

  test('while nothing can be saved nothing is given up, though updates that need no saving come with it', async () => {
    let tries = 0;
    let full = true;
    const bot = make({
      receive: async (inbound) => {
        tries++;
        if (full) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
        received.push(inbound);
      },
    });
    await stub.write(7, 'đăng ký');
    await stub.push({ message: { message_id: 9, date: 1, chat: { id: -9, type: 'group' }, text: 'x' } });
    bot.start();
    await until(() => tries > 12);
    full = false;
    await until(() => received.length > 0);
    expect(received[0]?.said).toEqual({ kind: 'text', text: 'đăng ký' });
  });

  test.each(['lease', 'journal'] as const)(
    'a %s that cannot be read is our trouble, not theirs',
    async (which) => {
      let down = true;
      const trouble = async () => {
        if (down) throw new Error('database is locked');
      };
      const store = memoryStore(kept);
      const bot = make(
        which === 'lease'
          ? { lease: { ...ownLease, take: () => trouble().then(() => true) } }
          : { store: { ...store, list: (prefix) => trouble().then(() => store.list(prefix)) } },
      );
      bot.start();
      await expect.poll(() => bot.state()).toMatchObject({ ok: false, detail: 'store unreachable' });
      down = false;
      await expect.poll(() => bot.state()).toMatchObject({ ok: true, what: 'polling' });
    },
  );

  test('a process that may no longer poll lets go, and takes up again when it may', async () => {
    let may = false;
    make({ lease: { ...ownLease, take: async () => may } }).start();
    await stub.write(7, 'một');
    await new Promise((wake) => setTimeout(wake, 100));
    expect([received.length, stub.polls]).toEqual([0, 0]);
    may = true;
    await until(() => received.length === 1);
  });
});

describe('webhook', () => {
  test('a right secret is received, a wrong one is refused, a body that is no update is refused', async () => {
    const bot = make({ webhookSecret: secret });
    const update = JSON.stringify({
      update_id: 5,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 9, type: 'private' },
        from: { id: 9, is_bot: false, first_name: 'A' },
        text: 'chào',
      },
    });
    expect(
      await bot.webhook(
        secret,
        async () => update,
        () => undefined,
      ),
    ).toBe(200);
    expect(
      await bot.webhook(
        'wrong',
        async () => update,
        () => undefined,
      ),
    ).toBe(401);
    expect(
      await bot.webhook(
        undefined,
        async () => update,
        () => undefined,
      ),
    ).toBe(401);
    expect(
      await bot.webhook(
        secret,
        async () => 'nonsense',
        () => undefined,
      ),
    ).toBe(400);
    expect(received).toHaveLength(1);
  });

  test('a failure to save is not acknowledged, so that Telegram sends it again', async () => {
    const bot = make({ webhookSecret: secret, receive: async () => Promise.reject(new Error('disk full')) });
    const update = JSON.stringify({
      update_id: 5,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: 9, type: 'private' },
        from: { id: 9, is_bot: false, first_name: 'A' },
        text: 'chào',
      },
    });
    await expect(
      bot.webhook(
        secret,
        async () => update,
        () => undefined,
      ),
    ).rejects.toThrow();
  });
});

describe('sending', () => {
  const reply = {
    blocks: [
      { kind: 'strong' as const, text: 'a < b & "c"' },
      { kind: 'quote' as const, text: '<script>' },
    ],
    choices: [{ id: 'do:staff', label: 'Gặp cán bộ' }],
  };

  test('everything is escaped', async () => {
    expect(await make().sender.send('7', reply, about)).toEqual({ kind: 'sent' });
    expect(stub.sent[0]?.text).toBe('<b>a &lt; b &amp; "c"</b>\n<blockquote>&lt;script&gt;</blockquote>');
  });

  test('429 waits as told, 403 is blocked, 400 gives up, 500 tries later', async () => {
    const { sender } = make();
    stub.failNext.push({ status: 429, retryAfter: 3 }, { status: 403 }, { status: 400 }, { status: 500 });
    expect(await sender.send('7', reply, about)).toMatchObject({ kind: 'later', afterMs: 3000 });
    expect(await sender.send('7', reply, about)).toMatchObject({ kind: 'blocked' });
    expect(await sender.send('7', reply, about)).toMatchObject({ kind: 'failed' });
    expect(await sender.send('7', reply, about)).toMatchObject({ kind: 'later' });
  });

  test('a token that Telegram refuses shows in the state until a message goes out', async () => {
    const bot = make({ webhookSecret: secret });
    bot.start();
    await expect.poll(() => bot.state()).toMatchObject({ ok: true, what: 'webhook' });
    stub.failNext.push({ status: 401, description: 'Unauthorized' }, { status: 400 }, { status: 403 });
    expect(await bot.sender.send('7', reply, about)).toMatchObject({ kind: 'later' });
    expect(bot.state()).toMatchObject({ ok: false, what: 'no-token' });
    // What is wrong with one message or one person says nothing of the channel.
    await bot.sender.send('7', reply, about);
    await bot.sender.send('7', reply, about);
    expect(bot.state()).toMatchObject({ ok: false, what: 'no-token' });
    expect(await bot.sender.send('7', reply, about)).toEqual({ kind: 'sent' });
    expect(bot.state()).toMatchObject({ ok: true, what: 'webhook' });
  });

  test('a message that goes out before the webhook is set says nothing of how they come in', async () => {
    const bot = make({ webhookSecret: secret });
    expect(await bot.sender.send('7', reply, about)).toEqual({ kind: 'sent' });
    expect(bot.state()).toMatchObject({ what: 'starting' });
    bot.start();
    await expect.poll(() => bot.state()).toMatchObject({ ok: true, what: 'webhook' });
  });

  test('a network that swallows everything is let go', async () => {
    const silent = createServer();
    await new Promise<void>((up) => silent.listen(0, '127.0.0.1', up));
    const { port } = silent.address() as AddressInfo;
    const bot = make({ apiRoot: `http://127.0.0.1:${port}` });
    const soon = { ...about, signal: AbortSignal.timeout(200) };
    expect(await bot.sender.send('7', reply, soon)).toMatchObject({ kind: 'unknown' });
    expect(bot.state()).toMatchObject({ ok: false, what: 'unreachable' });
    silent.close();
  }, 5000);

  test('the share-my-number keyboard is shown where a phone is asked', () => {
    const shown = showReply(
      {
        blocks: [{ kind: 'say', text: 'Số?' }],
        choices: [{ id: 'do:stop', label: 'Dừng' }],
        asks: 'contact',
      },
      'Gửi số',
    );
    expect(shown.markup).toMatchObject({
      keyboard: [[{ text: 'Gửi số', request_contact: true }], [{ text: 'Dừng' }]],
    });
  });
});

describe('reading updates', () => {
  const at = (more: object, type = 'private') => ({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 7, type, first_name: 'x' },
      from: { id: 7, is_bot: false, first_name: 'x' },
      ...more,
    },
  });
  test.each([
    ['start with a poster code', at({ text: '/start chophuong' }), { kind: 'start', source: 'chophuong' }],
    ['bare start', at({ text: '/start' }), { kind: 'start' }],
    [
      'own contact',
      at({ contact: { phone_number: '84912345678', first_name: 'Lan', user_id: 7 } }),
      { kind: 'contact', phone: '84912345678', name: 'Lan' },
    ],
    [
      "somebody else's card is only text",
      at({ contact: { phone_number: '84912345678', first_name: 'Lan', user_id: 8 } }),
      { kind: 'text', text: '84912345678' },
    ],
    ['a menu command', at({ text: '/dang_ky' }), { kind: 'choose', id: 'do:register' }],
    ['a photo with words', at({ caption: 'đây là gì' }), { kind: 'text', text: 'đây là gì' }],
    ['a sticker', at({ sticker: {} }), { kind: 'unsupported' }],
  ])('%s', (_, update, said) => {
    const read = readUpdate(update as never);
    expect(read.kind === 'inbound' && read.inbound.said).toEqual(said);
  });

  test('bots are ignored', () => {
    const from = { id: 7, is_bot: true, first_name: 'x' };
    expect(readUpdate(at({ text: 'chào', from }) as never)).toEqual({ kind: 'ignore' });
  });

  test('groups are ignored', () => {
    expect(readUpdate(at({ text: 'chào' }, 'group') as never)).toEqual({ kind: 'ignore' });
  });

  test("a staff link is the channel's own affair", () => {
    const linkToken = 'x'.repeat(32);
    expect(readUpdate(at({ text: `/start staff_${linkToken}` }) as never)).toEqual({
      kind: 'staff-link',
      token: linkToken,
      chat: '7',
    });
  });
});
