// Forms of the desk that were sent just now, so that a second press meets the first in whatever process it comes to.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('sent_once')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('led_to_sealed', 'text')
    .execute();
}
