// What the members of a lead were counted in: fifteen households are not fifteen people.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('lead').addColumn('member_unit', 'text').execute();
}
