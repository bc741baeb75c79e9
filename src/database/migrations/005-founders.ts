// Leads that staff have brought together to found one group share a value.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('lead').addColumn('group_id', 'text').execute();
  await sql`create index lead_group on lead (group_id) where group_id is not null`.execute(db);
}
