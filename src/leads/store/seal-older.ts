// What older versions stored in the clear of what was typed about a lead: sealed, or gone with the person who erased it.
import { sql } from 'kysely';
import { holding } from '../../database/hold.ts';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';
import { typedColumns } from './typed.ts';

const atOnce = 500;

/** Done again at every start and every hour it finds what an older process beside this one left, mostly nothing. */
export async function sealOlder(db: Database, vault: Vault): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) after = await sealSome(db, vault, after);
}

/** The next of them behind an id, held till they are sealed: what their people write or erase meanwhile is not undone. Returns the last one's id. */
function sealSome(db: Database, vault: Vault, after: string): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    const query = trx
      .selectFrom('lead')
      .select(['id', 'erased_at', ...typedColumns, ...typedColumns.map((c) => `${c}_sealed` as const)])
      .where('id', '>', after)
      .where((e) =>
        e.or([
          ...typedColumns.map((c) => e(c, 'is not', null)),
          // An older process erases only what it knows of.
          e.and([
            e('erased_at', 'is not', null),
            e.or(typedColumns.map((c) => e(`${c}_sealed`, 'is not', null))),
          ]),
        ]),
      )
      .orderBy('id')
      .limit(atOnce);
    const rows = await holding(trx, query).execute();
    if (rows.length === 0) return undefined;
    const values = rows.map((row) => {
      const sealed = typedColumns.map((c) => {
        if (row.erased_at !== null) return null;
        const plain = row[c];
        return plain === null ? row[`${c}_sealed`] : vault.seal(plain);
      });
      return sql`(${sql.join([row.id, ...sealed])})`;
    });
    const set = typedColumns.map(
      (c, i) => sql`${sql.ref(c)} = null, ${sql.ref(`${c}_sealed`)} = v.${sql.ref(`column${i + 2}`)}`,
    );
    await sql`update lead as t set ${sql.join(set)} from (values ${sql.join(values)}) as v
      where t.id in (${sql.join(rows.map((r) => r.id))}) and t.id = v.column1`.execute(trx);
    return rows.at(-1)?.id;
  });
}
