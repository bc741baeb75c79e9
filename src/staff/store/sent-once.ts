// Which forms were sent just now and where each led, in the database, so that all processes know of each other's.
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';

/** Longer than a slow page takes to come; shorter than anybody needs to mean the same thing anew. */
const rememberedMs = 15_000;
/** Longer than all the statements of a page may take together: whoever is still at it after that is gone. */
const workMs = 120_000;

/** True for whoever sends it first; what was done long ago may be sent anew, what is still being done may not. */
export async function takeSend(db: Database, key: string, now: Date): Promise<boolean> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  const mine = await db
    .insertInto('sent_once')
    .values({ key, at: now.toISOString(), led_to_sealed: null })
    .onConflict((c) =>
      c
        .column('key')
        .doUpdateSet({ at: now.toISOString(), led_to_sealed: null })
        .where((e) =>
          e.or([
            e.and([
              e('sent_once.led_to_sealed', 'is not', null),
              e('sent_once.at', '<', before(rememberedMs)),
            ]),
            e('sent_once.at', '<', before(workMs)),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst();
  return mine !== undefined;
}

/** Where the first sending led; undefined while it is being worked on. */
export async function sendLedTo(db: Database, vault: Vault, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sent_once')
    .select('led_to_sealed')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.led_to_sealed ? vault.unseal(row.led_to_sealed) : undefined;
}

/**
 * Sealed: the address may hold what was searched for. A sending that led nowhere is forgotten at once. Who was so slow that
 * the form was taken anew meanwhile, at another moment, leaves that sending alone.
 */
export async function endSend(
  db: Database,
  vault: Vault,
  { key, at }: { key: string; at: Date },
  ledTo: string | undefined,
): Promise<void> {
  const mine = { key, at: at.toISOString() };
  if (ledTo)
    await db
      .updateTable('sent_once')
      .set({ led_to_sealed: vault.seal(ledTo) })
      .where((e) => e.and(mine))
      .execute();
  else
    await db
      .deleteFrom('sent_once')
      .where((e) => e.and(mine))
      .execute();
}
