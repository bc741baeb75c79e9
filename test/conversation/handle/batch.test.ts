// A batch as a whole: a fault of the database refuses it at once, a fault of one message only that one, erasing among others comes to the same as one by one, and no code is given twice.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { limitsOf } from '../../../src/app/channels.ts';
import { type HandleDeps, makeHandle } from '../../../src/conversation/handle/index.ts';
import { pulled } from '../../../src/conversation/message.ts';
import { respond } from '../../../src/conversation/respond.ts';
import { talkShown } from '../../../src/conversation/store/talk-shown.ts';
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

onBoth('a code that another lead has', (kind) => {
  test('is not given again: whoever sends the form is told another, at the first try', async () => {
    const app = await startTestApp(kind);
    const codes = ['HTX-22222', 'HTX-22222', 'HTX-33333', 'HTX-22222', 'HTX-33333', 'HTX-44444'];
    const faults: unknown[] = [];
    const handle = makeHandle({
      db: app.db,
      kind,
      vault: app.vault,
      clock: () => new Date('2026-11-23T03:00:00Z'),
      respond,
      publicUrl: 'http://localhost',
      knowledge: () => app.knowledge,
      operator: () => ({ name: 'x' }),
      limits: limitsOf,
      newId: randomUUID,
      newCode: () => codes.shift() ?? '',
      pulled,
      failed: (error) => faults.push(error),
      onFault: (error) => faults.push(error),
      onCommitted: () => undefined,
      log: { warn: () => undefined, error: () => undefined },
    });
    const form = 'đăng ký lập nhóm|tht|phường Yên Bái|chè|4|đồng ý|Trần Văn A|0912345678|tối|gửi đi'.split(
      '|',
    );
    for (const who of ['lan', 'tùng', 'hoa'])
      for (const text of form)
        await handle.receive({
          channel: 'web',
          address: who,
          messageId: randomUUID(),
          said: { kind: 'text', text },
          receivedAt: new Date('2026-11-23T03:00:00Z'),
        });
    const leads = await app.db.selectFrom('lead').select('code').orderBy('code').execute();
    expect(leads.map((l) => l.code)).toEqual(['HTX-22222', 'HTX-33333', 'HTX-44444']);
    const last = await talkShown(app.db, app.vault, { channel: 'web', address: 'hoa' }, 1);
    expect(JSON.stringify(last)).toContain('HTX-44444');
    expect(faults).toEqual([]);
    await app.close();
  });
});
