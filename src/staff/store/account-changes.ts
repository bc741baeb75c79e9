// Changes to an account, each in one transaction with its audit line; the last working admin can be neither disabled nor demoted.
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';
import { inTransaction } from '../../database/transaction.ts';
import { findAccount, type Role } from './accounts.ts';
import { endLinksByAdmins, endLinksOf } from './links.ts';

type AccountChange = { role?: Role; disabled?: boolean };

/** Changes role or disabled; sessions and links of a disabled account end at once, and with an admin go the links that would let them in again. */
export function changeAccount(
  db: Database,
  id: string,
  change: AccountChange,
  actor: string,
  now: Date,
): Promise<'done' | 'last-admin' | 'unknown'> {
  return inTransaction(db, async (trx) => {
    const admins = await holdAdmins(trx);
    const account = await findAccount(trx, id);
    if (!account) return 'unknown';
    const after = {
      role: change.role ?? account.role,
      disabled: change.disabled ?? account.disabled,
    };
    const staysAdmin = after.role === 'admin' && !after.disabled;
    if (admins.includes(id) && admins.length === 1 && !staysAdmin) return 'last-admin';
    await trx
      .updateTable('staff_account')
      .set({ role: after.role, disabled: after.disabled ? 1 : 0 })
      .where('id', '=', id)
      .execute();
    if (after.disabled) {
      await trx.deleteFrom('staff_session').where('account_id', '=', id).execute();
      await endLinksOf(trx, id);
    }
    if (admins.includes(id) && !staysAdmin) await endLinksByAdmins(trx);
    await audit(trx, now, { actor, action: 'account.changed', subject: id, detail: JSON.stringify(change) });
    return 'done';
  });
}

/** Ids of the working admins. An update that changes nothing holds their rows on both databases: who comes second counts after the first is done. */
async function holdAdmins(trx: Database): Promise<string[]> {
  const rows = await trx
    .updateTable('staff_account')
    .set({ role: 'admin' })
    .where('role', '=', 'admin')
    .where('disabled', '=', 0)
    .returning('id')
    .execute();
  return rows.map((r) => r.id);
}

/** A new password ends every session of the account but `keep`, and the links that would set another. */
export function setPassword(
  db: Database,
  id: string,
  passwordHash: string,
  actor: string,
  now: Date,
  keep?: string,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable('staff_account')
      .set({ password_hash: passwordHash })
      .where('id', '=', id)
      .execute();
    let sessions = trx.deleteFrom('staff_session').where('account_id', '=', id);
    if (keep) sessions = sessions.where('token_hash', '!=', keep);
    await sessions.execute();
    await endLinksOf(trx, id, ['password']);
    await audit(trx, now, { actor, action: 'account.password', subject: id });
  });
}

export function setTelegram(db: Database, id: string, chat: string | null, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    await trx.updateTable('staff_account').set({ telegram_chat: chat }).where('id', '=', id).execute();
    await audit(trx, now, {
      actor: id,
      action: chat ? 'account.telegram-linked' : 'account.telegram-unlinked',
      subject: id,
    });
  });
}
