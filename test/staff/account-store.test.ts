// Accounts where two people act at once, on both databases: an admin always remains, and a link is used up together with what it does.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Opened, openDatabase } from '../../src/database/open.ts';
import { changeAccount, setPassword } from '../../src/staff/store/account-changes.ts';
import {
  addAccount,
  findAccount,
  findSignIn,
  listAccounts,
  type Role,
} from '../../src/staff/store/accounts.ts';
import {
  addAccountByLink,
  invite,
  inviteToReset,
  setPasswordByLink,
  setTelegramByLink,
} from '../../src/staff/store/by-link.ts';
import { findLink, makeLink } from '../../src/staff/store/links.ts';
import { findSession, startSession } from '../../src/staff/store/sessions.ts';
import { type Fresh, freshDatabase, onBoth } from '../support/databases.ts';

const now = new Date('2026-11-23T03:00:00Z');

onBoth('accounts', (kind) => {
  let fresh: Fresh;
  let opened: Opened;
  beforeAll(async () => {
    fresh = await freshDatabase(kind);
    opened = await openDatabase(fresh.url);
  });
  afterAll(async () => {
    await opened.close();
    await fresh.remove();
  });
  beforeEach(async () => {
    for (const table of ['staff_account', 'staff_session', 'staff_link', 'audit'] as const)
      await opened.db.deleteFrom(table).execute();
  });

  async function account(role: Role): Promise<string> {
    const login = randomUUID();
    const made = await addAccount(opened.db, { login, name: login, role, passwordHash: 'x' }, 'self', now);
    if (made === 'taken') throw new Error('taken');
    return made.id;
  }
  const workingAdmins = async (): Promise<number> =>
    (await listAccounts(opened.db)).filter((a) => a.role === 'admin' && !a.disabled).length;
  const lines = async (action: string): Promise<number> =>
    (await opened.db.selectFrom('audit').select('id').where('action', '=', action).execute()).length;

  test.each([
    ['demote', { role: 'viewer' as const }],
    ['lock', { disabled: true }],
  ])('two admins who %s each other at the same time: one stays, and the other is told', async (_, change) => {
    for (let round = 0; round < 10; round++) {
      await opened.db.deleteFrom('staff_account').execute();
      const [one, two] = [await account('admin'), await account('admin')];
      const results = await Promise.all([
        changeAccount(opened.db, one, change, two, now),
        changeAccount(opened.db, two, change, one, now),
      ]);
      expect(results.sort()).toEqual(['done', 'last-admin']);
      expect(await workingAdmins()).toBe(1);
    }
    expect(await lines('account.changed')).toBe(10);
  });

  test('three admins turned on each other in a ring', async () => {
    const ids = [await account('admin'), await account('admin'), await account('admin')];
    const results = await Promise.all(
      ids.map((id) => changeAccount(opened.db, id, { role: 'staff' }, 'x', now)),
    );
    expect(results.sort()).toEqual(['done', 'done', 'last-admin']);
    expect(await workingAdmins()).toBe(1);
  });

  test('a locked admin is no admin to count on; opening again and raising are always allowed', async () => {
    const [one, two] = [await account('admin'), await account('admin')];
    expect(await changeAccount(opened.db, two, { disabled: true }, one, now)).toBe('done');
    expect(await changeAccount(opened.db, one, { role: 'staff' }, one, now)).toBe('last-admin');
    expect(await changeAccount(opened.db, one, { role: 'admin' }, one, now)).toBe('done');
    expect(await changeAccount(opened.db, two, { disabled: false }, one, now)).toBe('done');
    expect(await changeAccount(opened.db, one, { role: 'staff' }, one, now)).toBe('done');
    expect(await changeAccount(opened.db, randomUUID(), { role: 'staff' }, one, now)).toBe('unknown');
  });

  test('when the line of the log cannot be written, nothing has changed', async () => {
    const id = await account('staff');
    const cookie = await startSession(opened.db, id, now);
    const noActor = null as unknown as string;
    await expect(changeAccount(opened.db, id, { disabled: true }, noActor, now)).rejects.toThrow();
    await expect(setPassword(opened.db, id, 'new', noActor, now)).rejects.toThrow();
    expect((await findAccount(opened.db, id))?.disabled).toBe(false);
    expect(await findSession(opened.db, cookie, now)).toBeDefined();
  });

  test('a link for a new password, sent twice at once, sets one password', async () => {
    const id = await account('staff');
    const token = await inviteToReset(opened.db, id, 'boss', now);
    const results = await Promise.all(
      ['first', 'second'].map((hash) => setPasswordByLink(opened.db, token, hash, now)),
    );
    expect(results.filter((r) => r === 'used')).toHaveLength(1);
    expect(await lines('account.password')).toBe(1);
  });

  test('a link is not used up when what it was for fails', async () => {
    const id = await account('staff');
    const token = await inviteToReset(opened.db, id, 'boss', now);
    await opened.db.schema.alterTable('audit').renameTo('audit_away').execute();
    await expect(setPasswordByLink(opened.db, token, 'bad', now)).rejects.toThrow();
    await opened.db.schema.alterTable('audit_away').renameTo('audit').execute();
    expect(await findLink(opened.db, token, 'password', now)).toBeDefined();
    expect(await setPasswordByLink(opened.db, token, 'good', now)).toEqual({ accountId: id });
    expect(await findLink(opened.db, token, 'password', now)).toBeUndefined();
  });

  test('an invitation makes one account of its own role; a sign-in name that is taken leaves it good', async () => {
    await addAccount(opened.db, { login: 'lan', name: 'Lan', role: 'admin', passwordHash: 'x' }, 'self', now);
    const token = await invite(opened.db, 'staff', 'boss', now);
    const wish = (login: string) => ({ login, name: 'Hoa', passwordHash: 'x' });
    expect(await addAccountByLink(opened.db, token, wish('LAN'), now)).toBe('taken');
    const both = await Promise.all([
      addAccountByLink(opened.db, token, wish('hoa'), now),
      addAccountByLink(opened.db, token, wish('mai'), now),
    ]);
    expect(both.filter((r) => r === 'used')).toHaveLength(1);
    const made = [await findSignIn(opened.db, 'hoa'), await findSignIn(opened.db, 'mai')].filter(Boolean);
    expect(made.map((m) => m?.account.role)).toEqual(['staff']);
  });

  test('a link for one thing is none for another, and an old one is none', async () => {
    const id = await account('staff');
    const token = await inviteToReset(opened.db, id, 'boss', now);
    expect(await addAccountByLink(opened.db, token, { login: 'x1', name: 'X', passwordHash: 'x' }, now)).toBe(
      'used',
    );
    const later = new Date(now.getTime() + 25 * 3_600_000);
    expect(await setPasswordByLink(opened.db, token, 'h', later)).toBe('used');
    expect(await setPasswordByLink(opened.db, token, 'h', now)).toEqual({ accountId: id });
  });

  test('with a locked account go the links that were made for it, not those of others', async () => {
    const [boss, lan, hoa] = [await account('admin'), await account('staff'), await account('staff')];
    const reset = await inviteToReset(opened.db, lan, boss, now);
    const telegram = await makeLink(opened.db, { purpose: 'telegram', accountId: lan }, now);
    const others = await inviteToReset(opened.db, hoa, boss, now);
    await changeAccount(opened.db, lan, { disabled: true }, boss, now);
    expect(await setPasswordByLink(opened.db, reset, 'by whoever had the link', now)).toBe('used');
    expect(await setTelegramByLink(opened.db, telegram, '777', now)).toBe('used');
    expect(await findLink(opened.db, others, 'password', now)).toBeDefined();
    // What an admin makes for them afterwards is meant.
    const later = await inviteToReset(opened.db, lan, boss, now);
    await changeAccount(opened.db, lan, { disabled: false }, boss, now);
    expect(await setPasswordByLink(opened.db, later, 'new', now)).toEqual({ accountId: lan });
  });

  test('once there is a new password, no older link sets another', async () => {
    const id = await account('staff');
    const first = await inviteToReset(opened.db, id, 'boss', now);
    const second = await inviteToReset(opened.db, id, 'boss', now);
    const others = await inviteToReset(opened.db, await account('staff'), 'boss', now);
    expect(await setPasswordByLink(opened.db, second, 'good', now)).toEqual({ accountId: id });
    expect(await setPasswordByLink(opened.db, first, 'bad', now)).toBe('used');
    const third = await inviteToReset(opened.db, id, 'boss', now);
    await setPassword(opened.db, id, 'own', id, now);
    expect(await findLink(opened.db, third, 'password', now)).toBeUndefined();
    expect(await findLink(opened.db, others, 'password', now)).toBeDefined();
  });

  test.each([
    ['locked', { disabled: true }],
    ['demoted', { role: 'staff' as const }],
  ])('an admin who is %s does not come back by a link made before', async (_, change) => {
    const [boss, bad, other] = [await account('admin'), await account('admin'), await account('admin')];
    const invitation = await invite(opened.db, 'admin', bad, now);
    const reset = await inviteToReset(opened.db, other, bad, now);
    expect(await changeAccount(opened.db, bad, change, boss, now)).toBe('done');
    const account2 = { login: 'again', name: 'Again', passwordHash: 'x' };
    expect(await addAccountByLink(opened.db, invitation, account2, now)).toBe('used');
    expect(await setPasswordByLink(opened.db, reset, 'x', now)).toBe('used');
  });
});
