// What channels keep for themselves: a journal of what came in before it is handled, tokens, and who polls just now.
import { sql } from 'kysely';
import type { Database } from '../database/open.ts';
import type { Vault } from '../database/vault.ts';
import { givenUpPrefix, oldestKept, unknownPrefix } from './dead-letters.ts';

/** Sealed values by key; every key of a channel begins with its name. */
export type ChannelStore = {
  get: (key: string) => Promise<string | undefined>;
  put: (key: string, value: string) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** Keys and values below a prefix, oldest first; no value where it cannot be read. */
  list: (prefix: string) => Promise<{ key: string; value: string | undefined }[]>;
  /** True while `owner` holds the lease; a lease not renewed for `ms` may be taken by another. */
  lease: (key: string, owner: string, ms: number) => Promise<boolean>;
  release: (key: string, owner: string) => Promise<void>;
};

/** `clock`: the same for all processes, or a lease would be another length for each. */
export function makeChannelStore(
  db: Database,
  vault: Vault,
  clock: () => Date | Promise<Date>,
): ChannelStore {
  const put = async (key: string, value: string): Promise<void> => {
    const row = { value_sealed: vault.seal(value), updated_at: (await clock()).toISOString() };
    await db
      .insertInto('channel_store')
      .values({ key, ...row })
      .onConflict((c) => c.column('key').doUpdateSet(row))
      .execute();
  };
  /** One row that cannot be read must not hold up the others. */
  const unsealed = (sealed: string): string | undefined => {
    try {
      return vault.unseal(sealed);
    } catch {
      return undefined;
    }
  };
  return {
    put,
    async get(key) {
      const row = await db
        .selectFrom('channel_store')
        .select('value_sealed')
        .where('key', '=', key)
        .executeTakeFirst();
      return row && vault.unseal(row.value_sealed);
    },
    async remove(key) {
      await db.deleteFrom('channel_store').where('key', '=', key).execute();
    },
    async list(prefix) {
      const rows = await db
        .selectFrom('channel_store')
        .selectAll()
        // Equality is the same under every collation of the database; "less than" is not.
        .where(sql<string>`substr(key, 1, ${sql.lit(prefix.length)})`, '=', prefix)
        .orderBy('updated_at')
        .orderBy('key')
        .execute();
      return rows.map((r) => ({ key: r.key, value: unsealed(r.value_sealed) }));
    },
    /** The owner's hash stands in the clear so that one statement can compare it. */
    async lease(key, owner, ms) {
      const now = await clock();
      const own = `lease:${vault.hash(owner)}`;
      const row = { value_sealed: own, updated_at: now.toISOString() };
      await db
        .insertInto('channel_store')
        .values({ key, ...row })
        .onConflict((c) =>
          c
            .column('key')
            .doUpdateSet(row)
            .where((e) =>
              e.or([
                e('channel_store.value_sealed', '=', own),
                e('channel_store.updated_at', '<', new Date(now.getTime() - ms).toISOString()),
                // Further ahead than a lease lasts: written before the clock was set back.
                e('channel_store.updated_at', '>', new Date(now.getTime() + ms).toISOString()),
              ]),
            ),
        )
        .execute();
      const held = await db
        .selectFrom('channel_store')
        .select('value_sealed')
        .where('key', '=', key)
        .executeTakeFirst();
      return held?.value_sealed === own;
    },
    async release(key, owner) {
      await db
        .deleteFrom('channel_store')
        .where('key', '=', key)
        .where('value_sealed', '=', `lease:${vault.hash(owner)}`)
        .execute();
    },
  };
}

/** What was kept aside too long, of every channel, set up now or not. Returns how many were forgotten. */
export async function forgetDeadLetters(db: Database, now: Date): Promise<number> {
  const gone = await db
    .deleteFrom('channel_store')
    .where((e) => e.or([unknownPrefix('%'), givenUpPrefix('%')].map((keys) => e('key', 'like', `${keys}%`))))
    .where('updated_at', '<', oldestKept(now))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
