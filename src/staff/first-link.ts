// The one-time link for the first account, printed at the first start; and the one that lets a lost admin back in.
import type { Database } from '../database/open.ts';
import { hasAccounts } from './store/accounts.ts';
import { makeLink } from './store/links.ts';

/** Undefined once there is an account. */
export async function firstLink(db: Database, publicUrl: string, now: Date): Promise<string | undefined> {
  return (await hasAccounts(db)) ? undefined : adminLink(db, publicUrl, now);
}

export async function adminLink(db: Database, publicUrl: string, now: Date): Promise<string> {
  return `${publicUrl}/can-bo/moi/${await makeLink(db, { purpose: 'account', role: 'admin' }, now)}`;
}
