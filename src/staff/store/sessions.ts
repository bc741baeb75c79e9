// Signed-in browsers: idle for twelve hours or seven days in all, then they sign in again.
import type { Database } from '../../database/open.ts';
import { newToken, tokenHash } from '../token.ts';
import { type Account, findAccount } from './accounts.ts';

export type Session = { account: Account; csrf: string; hash: string };
const idleMs = 12 * 3_600_000;
const longestMs = 7 * 86_400_000;

/** Returns the cookie's value. */
export async function startSession(db: Database, accountId: string, now: Date): Promise<string> {
  const token = newToken();
  const at = now.toISOString();
  await db
    .insertInto('staff_session')
    .values({
      token_hash: tokenHash(token),
      account_id: accountId,
      csrf: newToken(),
      created_at: at,
      seen_at: at,
      expires_at: new Date(now.getTime() + longestMs).toISOString(),
    })
    .execute();
  await db.updateTable('staff_account').set({ signed_in_at: at }).where('id', '=', accountId).execute();
  return token;
}

export async function findSession(db: Database, token: string, now: Date): Promise<Session | undefined> {
  const hash = tokenHash(token);
  const row = await db
    .selectFrom('staff_session')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (!row || row.expires_at < now.toISOString() || Date.parse(row.seen_at) + idleMs < now.getTime())
    return undefined;
  const account = await findAccount(db, row.account_id);
  if (!account || account.disabled) return undefined;
  if (Date.parse(row.seen_at) + 60_000 < now.getTime()) {
    await db
      .updateTable('staff_session')
      .set({ seen_at: now.toISOString() })
      .where('token_hash', '=', hash)
      .execute();
  }
  return { account, csrf: row.csrf, hash };
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('staff_session').where('token_hash', '=', tokenHash(token)).execute();
}
