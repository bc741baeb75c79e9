// What must outlive a restore: erasures asked for since the copy are made again, of a number alone too, old messages do not go out a second time, newer tokens and staff's accounts stay.
import { makeChannelStore } from '../channel/store.ts';
import { keepNewerTokens } from '../channel/zalo-oa/restored.ts';
import { tokensKey } from '../channel/zalo-oa/tokens.ts';
import {
  dropUnsent,
  type Erasure,
  eraseAgain,
  erasuresIn,
  takeOffAgain,
  withoutNumber,
} from '../conversation/store/restored.ts';
import { audit } from '../database/audit.ts';
import type { Database } from '../database/open.ts';
import type { StaffAccountTable } from '../database/tables.ts';
import type { Vault } from '../database/vault.ts';
import { accountsIn, endEntries, keepAccounts } from '../staff/store/restored.ts';

/** Of the database that is replaced. */
export type Replaced = {
  erasures: readonly Erasure[];
  withoutNumber: readonly string[];
  accounts: readonly StaffAccountTable[];
  tokens: string | undefined;
};
export type CarriedOver = { again: number; unsent: number; tokens: boolean };

export async function readReplaced(db: Database, vault: Vault): Promise<Replaced> {
  const erasures = await erasuresIn(db);
  // Sealed with another key, or of a version whose tokens stood elsewhere: the erasures count all the same.
  const tokens = await makeChannelStore(db, vault, () => new Date())
    .get(tokensKey)
    .catch(() => undefined);
  return { erasures, withoutNumber: await withoutNumber(db), accounts: await accountsIn(db), tokens };
}

/** `restored` is not in use yet. Done twice it erases the same people once more, which changes nothing but the audit log. */
export async function carryOver(
  restored: Database,
  vault: Vault,
  replaced: Replaced | undefined,
  about: { latest: string | undefined; now: Date },
): Promise<CarriedOver> {
  const { now } = about;
  const again = await eraseAgain(restored, replaced?.erasures ?? [], now);
  await takeOffAgain(restored, replaced?.withoutNumber ?? []);
  const unsent = await dropUnsent(restored, now);
  const tokens = await keepNewerTokens(
    makeChannelStore(restored, vault, () => now),
    replaced?.tokens,
  );
  await keepAccounts(restored, replaced?.accounts ?? []);
  await endEntries(restored);
  await audit(restored, now, {
    actor: 'system',
    action: 'database.restored',
    subject: 'all',
    detail: JSON.stringify({ latest: about.latest, again, unsent, tokens }),
  });
  return { again, unsent, tokens };
}
