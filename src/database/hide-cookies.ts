// What older versions stored in the clear: the web page's cookies, with which whoever reads a copy could come as that person.
import { sql } from 'kysely';
import type { Database } from './open.ts';

/** No cookie begins so. */
const unreachable = 'none:';
/** As long as a cookie may be; what `hide` makes of one is longer. */
const open = sql<boolean>`channel = 'web' and length(address) between 20 and 40 and address not like ${`${unreachable}%`}`;
const atOnce = 500;

/** Puts what `hide` makes of each in its place: people keep their talks. Done again at every start it finds nothing. */
export async function hideCookies(db: Database, hide: (cookie: string) => string): Promise<void> {
  for (const table of ['identity', 'inbound'] as const) {
    while (true) {
      const found = await db
        .selectFrom(table)
        .select('address')
        .distinct()
        .where(open)
        .limit(atOnce)
        .execute();
      if (found.length === 0) break;
      const pairs = found.map(({ address }) => ({ address, hidden: hide(address) }));
      await hidePairs(db, table, pairs);
    }
  }
}

type Pair = { address: string; hidden: string };
const listed = (pairs: readonly Pair[]) => sql.join(pairs.map((p) => sql`(${p.address}, ${p.hidden})`));

/**
 * Whose hidden address is there already wrote to an older process beside a newer one: that talk can be reached no more,
 * and only staff see it.
 */
async function hidePairs(db: Database, table: 'identity' | 'inbound', pairs: readonly Pair[]): Promise<void> {
  const same = table === 'inbound' ? sql`and o.message_id = t.message_id` : sql``;
  const shown = pairs.map((p) => p.address);
  // Named once more, or SQLite looks through the whole table for each.
  await sql`update ${sql.table(table)} as t set address = v.column2 from (values ${listed(pairs)}) as v
    where t.channel = 'web' and t.address in (${sql.join(shown)}) and t.address = v.column1 and not exists
    (select 1 from ${sql.table(table)} as o where o.channel = 'web' and o.address = v.column2 ${same})`.execute(
    db,
  );
  if (table === 'inbound') await db.deleteFrom(table).where(open).where('address', 'in', shown).execute();
  else
    await db
      .updateTable(table)
      .set({ address: sql`${unreachable} || id` })
      .where(open)
      .where('address', 'in', shown)
      .execute();
}
