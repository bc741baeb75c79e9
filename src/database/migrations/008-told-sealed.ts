// What a person typed of place, trade and time, and the reason staff typed, sealed beside the plain columns of older versions, which are emptied at the start: a migration has no key.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  for (const column of [
    'place_text_sealed',
    'product_text_sealed',
    'best_time_sealed',
    'status_reason_sealed',
  ])
    await db.schema.alterTable('lead').addColumn(column, 'text').execute();
}
