// Why a message did not go out, kept with it for the desk.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('reason', 'text').execute();
  await sql`create index outbox_unsent on outbox (created_at) where status in ('failed', 'dropped')`.execute(
    db,
  );
}
