// An older copy put back by the command: who was erased since stays erased, nothing goes out again, newer tokens stay; on both databases.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { makeChannelStore } from '../../src/channel/store.ts';
import { tokensKey } from '../../src/channel/zalo-oa/tokens.ts';
import { layDown, putInPlace, takeCopy } from '../../src/database/copy.ts';
import { type Database, fileOf, type Kind, openAsItIs, openDatabase } from '../../src/database/open.ts';
import { loadKey, makeVault } from '../../src/database/vault.ts';
import { findLead } from '../../src/leads/store/find.ts';
import { addLeads, changeOwnLead } from '../../src/leads/store/write.ts';
import { changeAccount, setPassword } from '../../src/staff/store/account-changes.ts';
import { addAccount, findSignIn } from '../../src/staff/store/accounts.ts';
import { findLink } from '../../src/staff/store/links.ts';
import { findSession, startSession } from '../../src/staff/store/sessions.ts';
import { newToken, tokenHash } from '../../src/staff/token.ts';
import { dataKey, startTestApp, type TestApp } from '../support/app.ts';
import { command } from '../support/command.ts';
import { asAdmin, kinds } from '../support/databases.ts';

const vault = makeVault(loadKey(dataKey, ''));
const person = 'lan-tren-web';
const form = 'đăng ký lập nhóm|tht|phường Yên Bái|chè|4|đồng ý|Trần Văn A|0912345678|tối|gửi đi'.split('|');
const pair = (access: string, refreshAt: string) =>
  JSON.stringify({ access, refresh: 'r', refreshAt, first: 'f' });
const withTokens = (app: TestApp, value: string) =>
  makeChannelStore(app.db, vault, () => new Date()).put(tokensKey, value);

/** A lead and a message that waits, then a copy, then the lead is erased, the message sent, the tokens renewed. */
async function scene(kind: Kind, copyAt = '2026-11-23T03:00:00Z') {
  const before = await startTestApp(kind);
  const { fresh } = before;
  before.setNow(copyAt);
  for (const line of form) await before.say(person, line);
  await before.say('lan', 'htx là gì', { channel: 'zalo-bot' });
  await withTokens(before, pair('old', '2026-11-23'));
  await before.stop();
  const copy = await copyOf(kind, fresh.url, fresh.folder);
  const app = await startTestApp(kind, {}, fresh);
  app.setNow('2026-11-23T04:00:00Z');
  await app.say(person, 'xóa hết thông tin của tôi', { messageId: 'later-1' });
  await app.say(person, 'đồng ý xóa', { messageId: 'later-2' });
  await app.db.updateTable('outbox').set({ status: 'sent', body_sealed: null }).execute();
  await withTokens(app, pair('new', '2026-11-24'));
  await app.stop();
  const env = { DATABASE_URL: fresh.url, DATA_DIR: fresh.folder, DATA_KEY: dataKey };
  const restored = kind === 'sqlite' ? fresh.url : fresh.url.replace(/[^/]+$/, copy);
  const remove = async (): Promise<void> => {
    if (kind === 'postgres') await asAdmin(`drop database ${copy} with (force)`);
    await fresh.remove();
  };
  return { fresh, copy, restored, env, remove, restore: () => command('src/cli/restore.ts', copy, env) };
}

/** On PostgreSQL a new database, filled as pg_restore fills an empty one. */
async function copyOf(kind: Kind, url: string, folder: string): Promise<string> {
  if (kind === 'sqlite') {
    await takeCopy(fileOf(url), `${folder}/copy.db`, vault);
    return `${folder}/copy.db`;
  }
  const name = url.replace(/^.*\//, '');
  await asAdmin(`create database ${name}_moi template ${name}`);
  return `${name}_moi`;
}

async function whatIsIn(url: string) {
  const { db, close } = await openDatabase(url);
  const leads = await db.selectFrom('lead').select(['name_sealed', 'phone_sealed']).execute();
  const waiting = await db
    .selectFrom('outbox')
    .select('id')
    .where('status', '=', 'pending')
    .where('channel', '=', 'zalo-bot')
    .execute();
  const tokens = await makeChannelStore(db, vault, () => new Date()).get(tokensKey);
  await close();
  return { leads, waiting: waiting.length, tokens };
}
/** When the copy was taken by a clock that was ahead, its times say nothing of what came after it. */
const clockAhead = '2026-11-23T09:00:00Z';
const asItShouldBe = {
  leads: [{ name_sealed: null, phone_sealed: null }],
  waiting: 0,
  tokens: pair('new', '2026-11-24'),
};

describe.each(kinds)('an older copy (%s)', (kind) => {
  test('carries over what came after it, however often it is put back', { timeout: 60_000 }, async () => {
    const at = await scene(kind, clockAhead);
    const told = { code: 0, output: expect.stringMatching(/Xóa lại 1 người.*bỏ 1 tin.*\n.*mã Zalo OA/) };
    expect(await at.restore()).toMatchObject(told);
    expect(await whatIsIn(at.restored)).toEqual(asItShouldBe);
    expect(await at.restore()).toMatchObject({ code: 0 });
    expect(await whatIsIn(at.restored)).toEqual(asItShouldBe);
    await at.remove();
  });
});

describe.each(kinds)('staff and an older copy (%s)', (kind) => {
  test('who was locked or got a new password since does not get back in by it', {
    timeout: 60_000,
  }, async () => {
    const at = await scene(kind);
    const now = new Date('2026-11-23T04:00:00Z');
    const of = async (url: string, work: (db: Database) => Promise<unknown>) => {
      const { db, close } = await openDatabase(url);
      await work(db).finally(close);
    };
    const [boss, left] = [randomUUID(), randomUUID()];
    const row = (id: string, login: string) =>
      ({ id, login, name: login, role: 'admin', password_hash: 'old', disabled: 0 }) as const;
    const made = { telegram_chat: null, created_at: now.toISOString(), signed_in_at: null };
    const accounts = [row(boss, 'boss'), row(left, 'left')].map((a) => ({ ...a, ...made }));
    let cookie = '';
    const link = newToken();
    for (const url of kind === 'sqlite' ? [`sqlite:${at.copy}`, at.fresh.url] : [at.restored, at.fresh.url])
      await of(url, async (db) => {
        await db.insertInto('staff_account').values(accounts).execute();
        if (url === at.fresh.url) return;
        cookie = await startSession(db, left, now);
        const good = { purpose: 'account', account_id: null, role: 'admin', used_at: null } as const;
        const until = { expires_at: '2027-01-01T00:00:00Z', token_hash: tokenHash(link) };
        await db
          .insertInto('staff_link')
          .values({ ...good, ...until })
          .execute();
      });
    await of(at.fresh.url, async (db) => {
      await changeAccount(db, left, { disabled: true }, boss, now);
      await setPassword(db, boss, 'new', boss, now);
      await addAccount(db, { login: 'hoa', name: 'Hoa', role: 'staff', passwordHash: 'x' }, boss, now);
    });
    const told = await at.restore();
    await of(at.restored, async (db) => {
      expect((await findSignIn(db, 'left'))?.account.disabled).toBe(true);
      expect((await findSignIn(db, 'boss'))?.passwordHash).toBe('new');
      expect(await findSignIn(db, 'hoa')).toBeDefined();
      expect(await findSession(db, cookie, now)).toBeUndefined();
      expect(await findLink(db, link, 'account', now)).toBeUndefined();
    });
    expect(told).toMatchObject({ code: 0, output: expect.stringContaining('đăng nhập lại') });
    await at.remove();
  });
});

describe.each(kinds)('a number taken off since (%s)', (kind) => {
  test('does not come back with an older copy', { timeout: 60_000 }, async () => {
    const at = await scene(kind);
    const id = randomUUID();
    const now = new Date('2026-11-23T03:00:00Z');
    const consent = { at: now.toISOString(), channel: 'web', messageId: 'm', version: '1' };
    const details = { kind: 'group', name: 'Hoa', phone: '+84912000003' } as const;
    const whose = { identityId: 'i', conversationId: 'c' };
    for (const url of [kind === 'sqlite' ? `sqlite:${at.copy}` : at.restored, at.fresh.url]) {
      const { db, close } = await openDatabase(url);
      await addLeads(db, vault, [{ id, code: 'HTX-ZZZZZ', details, consent, ...whose }], now);
      if (url === at.fresh.url)
        await changeOwnLead(db, vault, { id, ...whose, details: { ...details, phone: undefined } }, now);
      await close();
    }
    expect(await at.restore()).toMatchObject({ code: 0 });
    const { db, close } = await openDatabase(at.restored);
    const lead = await findLead(db, vault, id);
    expect([lead?.name, lead?.phone]).toEqual(['Hoa', undefined]);
    await close();
    await at.remove();
  });
});

test('interrupted before the file is changed over, the next one carries everything over', async () => {
  const at = await scene('sqlite');
  layDown(at.copy, fileOf(at.fresh.url));
  expect(await at.restore()).toMatchObject({ output: expect.stringContaining('Xóa lại 1 người') });
  expect(await whatIsIn(at.restored)).toEqual(asItShouldBe);
  await at.remove();
}, 60_000);

test('over a database that cannot be read it goes only when insisted on, and says why and what is lost', async () => {
  const at = await scene('sqlite');
  const target = fileOf(at.fresh.url);
  putInPlace(layDown(at.copy, target), target, 'x');
  const { db, close } = await openDatabase(at.fresh.url);
  await db.schema.dropTable('audit').execute();
  await close();
  const why = /no such table: audit.*--without-erasures/;
  expect(await at.restore()).toMatchObject({ code: 1, output: expect.stringMatching(why) });
  await expect(whatIsIn(at.fresh.url)).resolves.toMatchObject({ waiting: 1 });
  const told = { code: 0, output: expect.stringContaining('theo sổ') };
  expect(await command('src/cli/restore.ts', [at.copy, '--without-erasures'], at.env)).toMatchObject(told);
  expect(await whatIsIn(at.fresh.url)).toMatchObject({ waiting: 0 });
  await at.remove();
}, 60_000);

test('PostgreSQL: refused while the program runs, while nothing was restored, with another key', async () => {
  const at = await scene('postgres');
  const refused = async (name: string, env: Record<string, string>, why: string) =>
    expect(await command('src/cli/restore.ts', name, { ...at.env, ...env })).toMatchObject({
      code: 1,
      output: expect.stringContaining(why),
    });
  const empty = `${at.copy}_trong`;
  await asAdmin(`create database ${empty}`);
  await refused(empty, {}, 'còn trống');
  await refused(at.copy, { DATA_KEY: 'another phrase, long enough' }, 'không phải khóa');
  for (const inUse of [at.fresh.url, at.restored]) {
    const running = new pg.Client({ connectionString: inUse });
    await running.connect();
    await refused(at.copy, {}, 'kết nối');
    await refused(at.copy, { DATABASE_URL: inUse }, 'kết nối');
    await running.end();
  }
  await refused(at.copy, { DATABASE_URL: `${at.fresh.url}_none` }, 'Nếu đã mất hẳn');
  const lost = await command('src/cli/restore.ts', at.copy, { ...at.env, DATABASE_URL: at.restored });
  expect(lost).toMatchObject({ code: 0, output: expect.stringMatching(/theo sổ.*bỏ 1 tin/) });
  await asAdmin(`drop database ${empty}`);
  await at.remove();
}, 60_000);

describe.each(kinds)('an older dump over a newer database (%s)', (kind) => {
  test('is named when the program does not start on it', async () => {
    const { fresh, close } = await startTestApp(kind);
    const { db, close: leave } = await openAsItIs(fresh.url);
    await db
      .withTables<{ kysely_migration: { name: string } }>()
      .deleteFrom('kysely_migration')
      .where('name', '>', '003')
      .execute();
    await leave();
    await expect(openDatabase(fresh.url)).rejects.toThrow(/Restore it into an empty one/);
    await close();
  });
});
