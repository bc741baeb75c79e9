// One-time links: the first account, an invitation, a new password, a Telegram chat. Used once, gone after their time.
import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import { newToken, tokenHash } from '../token.ts';
import { type Role, roles } from './accounts.ts';

export type Purpose = 'account' | 'password' | 'telegram';
type Link = { purpose: Purpose; accountId: string | null; role: Role | null };

const hours: Record<Purpose, number> = { account: 72, password: 24, telegram: 1 };

export async function makeLink(
  db: Database,
  link: { purpose: Purpose; accountId?: string; role?: Role },
  now: Date,
): Promise<string> {
  const token = newToken();
  await db
    .insertInto('staff_link')
    .values({
      token_hash: tokenHash(token),
      purpose: link.purpose,
      account_id: link.accountId ?? null,
      role: link.role ?? null,
      expires_at: new Date(now.getTime() + hours[link.purpose] * 3_600_000).toISOString(),
      used_at: null,
    })
    .execute();
  return token;
}

/** Looks without using it up: for showing the form. */
export async function findLink(
  db: Database,
  token: string,
  purpose: Purpose,
  now: Date,
): Promise<Link | undefined> {
  const row = await db
    .selectFrom('staff_link')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return row && linkOf(purpose, row);
}

/** Uses the link up; undefined when somebody was quicker, or when it is old or for something else. */
export async function useLink(
  db: Database,
  token: string,
  purpose: Purpose,
  now: Date,
): Promise<Link | undefined> {
  const row = await db
    .updateTable('staff_link')
    .set({ used_at: now.toISOString() })
    .where('token_hash', '=', tokenHash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['account_id', 'role'])
    .executeTakeFirst();
  return row && linkOf(purpose, row);
}

/** Good again; only within the transaction that used it up. */
export async function releaseLink(db: Database, token: string): Promise<void> {
  await db
    .updateTable('staff_link')
    .set({ used_at: null })
    .where('token_hash', '=', tokenHash(token))
    .execute();
}

const unused = (db: Database) => db.deleteFrom('staff_link').where('used_at', 'is', null);

/** No link made for one account is good any more: those that set its password, or all. */
export async function endLinksOf(
  db: Database,
  accountId: string,
  purposes: readonly Purpose[] = ['password', 'telegram'],
): Promise<void> {
  await unused(db).where('account_id', '=', accountId).where('purpose', 'in', purposes).execute();
}

/** Nor is any that an admin can have made. */
export async function endLinksByAdmins(db: Database): Promise<void> {
  await unused(db).where('purpose', 'in', ['account', 'password']).execute();
}

const linkOf = (purpose: Purpose, row: { account_id: string | null; role: string | null }): Link => ({
  purpose,
  accountId: row.account_id,
  role: z.enum(roles).nullable().parse(row.role),
});
