// The desk in a test: its first admin, and others by invitation, each with a browser of their own.
import { expect } from 'vitest';
import type { Role } from '../../src/staff/store/accounts.ts';
import type { TestApp } from './app.ts';
import { type Client, clientOf, hidden } from './http.ts';

export const deskPassword = 'mat khau rat dai 2026';

export async function firstAdmin(app: TestApp, login = 'quan.tri', name = 'Quản trị'): Promise<Client> {
  const admin = clientOf(app.http);
  const link = new URL(app.firstLink ?? '').pathname;
  const fields = { login, name, password: deskPassword, again: deskPassword };
  expect((await admin.post(link, fields)).location).toBe('/can-bo');
  return admin;
}

export async function invited(
  app: TestApp,
  admin: Client,
  account: { role: Role; login: string; name?: string },
): Promise<Client> {
  const shown = await admin.post('/can-bo/tai-khoan/moi', { _csrf: await csrfOf(admin), role: account.role });
  const link = /\/can-bo\/moi\/[A-Za-z0-9_-]+/.exec(shown.text)?.[0] ?? '';
  const client = clientOf(app.http);
  const made = await client.post(link, {
    login: account.login,
    name: account.name ?? `Cán bộ ${account.login}`,
    password: deskPassword,
    again: deskPassword,
  });
  expect(made.location).toBe('/can-bo');
  return client;
}

export const csrfOf = async (client: Client): Promise<string> =>
  hidden((await client.get('/can-bo/toi')).text, '_csrf');

export async function accountId(app: TestApp, login: string): Promise<string> {
  return (
    await app.db.selectFrom('staff_account').select('id').where('login', '=', login).executeTakeFirstOrThrow()
  ).id;
}

export async function signedIn(app: TestApp, login: string): Promise<Client> {
  const client = clientOf(app.http);
  const answer = await client.post('/can-bo/dang-nhap', { login, password: deskPassword });
  expect(answer.status).toBe(303);
  return client;
}
