// Staff accounts: admin, staff or viewer; found, listed and added.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import type { StaffAccountTable } from '../../database/tables.ts';

export const roles = ['admin', 'staff', 'viewer'] as const;
export type Role = (typeof roles)[number];
export type Account = {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  telegram: boolean;
  signedInAt: string | null;
};

const read = (row: StaffAccountTable): Account => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: z.enum(roles).parse(row.role),
  disabled: row.disabled === 1,
  telegram: row.telegram_chat !== null,
  signedInAt: row.signed_in_at,
});

export async function listAccounts(db: Database): Promise<Account[]> {
  return (await db.selectFrom('staff_account').selectAll().orderBy('login').execute()).map(read);
}

export async function findAccount(db: Database, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('staff_account').selectAll().where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

export async function findSignIn(
  db: Database,
  login: string,
): Promise<{ account: Account; passwordHash: string | null } | undefined> {
  const row = await db
    .selectFrom('staff_account')
    .selectAll()
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  return row && { account: read(row), passwordHash: row.password_hash };
}

export async function hasAccounts(db: Database): Promise<boolean> {
  return (await db.selectFrom('staff_account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** `taken` when another account has that sign-in name. */
export async function addAccount(
  db: Database,
  account: { login: string; name: string; role: Role; passwordHash: string },
  actor: string,
  now: Date,
): Promise<Account | 'taken'> {
  const row: StaffAccountTable = {
    id: randomUUID(),
    login: account.login.toLowerCase(),
    name: account.name,
    role: account.role,
    password_hash: account.passwordHash,
    disabled: 0,
    telegram_chat: null,
    created_at: now.toISOString(),
    signed_in_at: null,
  };
  const added = await db
    .insertInto('staff_account')
    .values(row)
    .onConflict((c) => c.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return 'taken';
  await audit(db, now, {
    actor: actor === 'self' ? row.id : actor,
    action: 'account.added',
    subject: row.id,
    detail: account.role,
  });
  return read(row);
}

/** Telegram chats of those who want to hear of new leads. */
export async function newLeadListeners(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('staff_account')
    .select('telegram_chat')
    .where('telegram_chat', 'is not', null)
    .where('disabled', '=', 0)
    .where('role', '!=', 'viewer')
    .execute();
  return rows.flatMap((r) => (r.telegram_chat ? [r.telegram_chat] : []));
}
