// The day on which a person was promised to be called again.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('lead').addColumn('call_back_on', 'text').execute();
  await sql`create index lead_call_back on lead (call_back_on) where call_back_on is not null`.execute(db);
}
