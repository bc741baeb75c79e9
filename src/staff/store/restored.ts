// After an older copy was put back: accounts stand as in the database that was replaced, and nobody comes in by what the copy still held.
import type { Database } from '../../database/open.ts';
import type { StaffAccountTable } from '../../database/tables.ts';

export const accountsIn = (db: Database): Promise<StaffAccountTable[]> =>
  db.selectFrom('staff_account').selectAll().execute();

/** Who was locked, lost a role or got a new password since the copy must not get back what they had; who came since stays. */
export async function keepAccounts(db: Database, accounts: readonly StaffAccountTable[]): Promise<void> {
  for (const { id, ...account } of accounts)
    await db
      .insertInto('staff_account')
      .values({ id, ...account })
      .onConflict((c) => c.column('id').doUpdateSet(account))
      .execute();
}

/** Sessions that ended and links that were used since the copy stand in it as if they were good. */
export async function endEntries(db: Database): Promise<void> {
  await db.deleteFrom('staff_session').execute();
  await db.deleteFrom('staff_link').execute();
}
