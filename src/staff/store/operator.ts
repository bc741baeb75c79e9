// Facts about the unit that runs the service, as staff fill them in; saved together with their audit line.
import { sql } from 'kysely';
import { audit } from '../../database/audit.ts';
import type { Database } from '../../database/open.ts';

/** Those that have words. */
export async function readFacts(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('operator').select(['key', 'value']).execute();
  return new Map(rows.filter((r) => r.value.trim() !== '').map((r) => [r.key, r.value]));
}

export async function saveFacts(
  db: Database,
  facts: Readonly<Record<string, string>>,
  by: { actor: string; now: Date },
): Promise<void> {
  const at = by.now.toISOString();
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('operator')
      .values(
        Object.entries(facts).map(([key, value]) => ({ key, value, updated_at: at, updated_by: by.actor })),
      )
      .onConflict((o) =>
        o.column('key').doUpdateSet({
          value: sql`excluded.value`,
          updated_at: sql`excluded.updated_at`,
          updated_by: sql`excluded.updated_by`,
        }),
      )
      .execute();
    await audit(trx, by.now, { actor: by.actor, action: 'operator.facts', subject: 'operator' });
  });
}
