// A batch as a whole: a fault of the database refuses it at once, a fault of one message only that one, and erasing among others comes to the same as one by one.
import { expect, test } from 'vitest';
import { type HandleDeps, makeHandle } from '../../../src/conversation/handle/index.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';

test.each([
  ['SQLITE_FULL', 1],
  ['SQLITE_IOERR_WRITE', 1],
  ['ECONNREFUSED', 1],
  // One try together, then one each.
  ['23505', 21],
])('%s: twenty messages together are tried %i times', async (code, times) => {
  let tries = 0;
  const failing = {
    transaction: () => ({
      execute: async () => {
        tries++;
        throw Object.assign(new Error('refused'), { code });
      },
    }),
  };
  const deps = {
    db: failing,
    clock: () => new Date(),
    onFault: () => undefined,
    log: { warn: () => undefined },
  };
  const handle = makeHandle(deps as unknown as HandleDeps);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      handle.receive({
        channel: 'web',
        address: `p${i}`,
        messageId: 'm',
        said: { kind: 'text', text: 'chào' },
        receivedAt: new Date(),
      }),
    ),
  );
  expect(results.every((r) => r.status === 'rejected')).toBe(true);
  expect(tries).toBe(times);
});

onBoth('erasing', (kind) => {
  const lines = ['htx cần mấy người', 'xóa thông tin của tôi', 'Xóa hết', 'tổ hợp tác là gì'];
  const traces = async (app: TestApp, conversationId: string) => ({
    turns: await app.db
      .selectFrom('turn')
      .select(['said', 'outcome'])
      .where('conversation_id', '=', conversationId)
      .orderBy('seq')
      .execute(),
    outbox: (
      await app.db
        .selectFrom('outbox')
        .select('status')
        .where('conversation_id', '=', conversationId)
        .orderBy('seq')
        .execute()
    ).map((m) => m.status),
  });

  test('among other messages of one burst takes what came before it and leaves what came after', async () => {
    const app = await startTestApp(kind);
    // Telegram without a token: what is queued stays.
    const say = (who: string, line: string) => app.say(who, line, { channel: 'telegram' });
    let singly = '';
    for (const line of lines) singly = (await say('one-by-one', line)).conversationId;
    const [burst] = await Promise.all([...lines.map((line) => say('at-once', line)), say('other', 'chào')]);
    const expected = await traces(app, singly);
    expect(expected.turns.map((t) => t.said)).toEqual([null, null, null, 'tổ hợp tác là gì']);
    expect(await traces(app, burst?.conversationId ?? '')).toEqual(expected);
    await app.close();
  });
});
