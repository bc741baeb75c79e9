// What a one-time link is good for: an account, a new password, a Telegram chat; the link is used up in the transaction of what it does.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { setPassword, setTelegram } from './account-changes.ts';
import { type Account, addAccount, type Role } from './accounts.ts';
import { makeLink, releaseLink, useLink } from './links.ts';

/** The link's token; for the person invited alone. */
export function invite(db: Database, role: Role, actor: string, now: Date): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await audit(trx, now, { actor, action: 'account.invited', subject: 'account', detail: role });
    return makeLink(trx, { purpose: 'account', role }, now);
  });
}

export function inviteToReset(db: Database, accountId: string, actor: string, now: Date): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await audit(trx, now, { actor, action: 'account.reset', subject: accountId });
    return makeLink(trx, { purpose: 'password', accountId }, now);
  });
}

/** With `taken` the link stays good, for another sign-in name. */
export function addAccountByLink(
  db: Database,
  token: string,
  account: { login: string; name: string; passwordHash: string },
  now: Date,
): Promise<Account | 'taken' | 'used'> {
  return db.transaction().execute(async (trx) => {
    const link = await useLink(trx, token, 'account', now);
    if (!link) return 'used';
    const added = await addAccount(trx, { ...account, role: link.role ?? 'viewer' }, 'self', now);
    if (added === 'taken') await releaseLink(trx, token);
    return added;
  });
}

/** The account's id. */
export function setPasswordByLink(
  db: Database,
  token: string,
  passwordHash: string,
  now: Date,
): Promise<{ accountId: string } | 'used'> {
  return db.transaction().execute(async (trx) => {
    const accountId = (await useLink(trx, token, 'password', now))?.accountId;
    if (!accountId) return 'used';
    await setPassword(trx, accountId, passwordHash, accountId, now);
    return { accountId };
  });
}

export function setTelegramByLink(
  db: Database,
  token: string,
  chat: string,
  now: Date,
): Promise<'done' | 'used'> {
  return db.transaction().execute(async (trx) => {
    const accountId = (await useLink(trx, token, 'telegram', now))?.accountId;
    if (!accountId) return 'used';
    await setTelegram(trx, accountId, chat, now);
    return 'done';
  });
}
