// Refuses to start with a key that does not fit the data: the first start leaves a sealed word, later ones must read it.
import type { Database } from './open.ts';
import type { Vault } from './vault.ts';

/** Where the sealed word stands in channel_store. */
export const checkWord = 'vault.check';

export async function checkKey(db: Database, vault: Vault, now: Date): Promise<void> {
  await db
    .insertInto('channel_store')
    .values({ key: checkWord, value_sealed: vault.seal('hoi-htx'), updated_at: now.toISOString() })
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('channel_store')
    .select('value_sealed')
    .where('key', '=', checkWord)
    .executeTakeFirstOrThrow();
  if (!opens(vault, row.value_sealed))
    throw new Error(
      'The key does not fit this database: DATA_KEY or data.key is not the one its names and phones were sealed with.',
    );
}

/** Whether this key sealed it. */
export function opens(vault: Vault, sealed: string): boolean {
  try {
    vault.unseal(sealed);
    return true;
  } catch {
    return false;
  }
}
