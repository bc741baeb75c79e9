// What the desk lists and counts is found without looking through every lead, question and talk.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  const statements = [
    // Lists by status and whose turn it is, newest first; its last column spares opening each row.
    sql`create index lead_listed on lead (status, created_at desc, id, erased_at)`,
    // Every filter of the list: counts by status are read from it alone.
    sql`create index lead_counted on lead (status, place, product, form, kind, assigned_to, call_back_on, erased_at)`,
    sql`drop index lead_status`,
    sql`create index lead_assigned on lead (assigned_to, status) where erased_at is null`,
    // Retention asks every hour.
    sql`create index lead_kept on lead (updated_at) where erased_at is null`,
    // Four columns, or SQLite looks for a talk's question among all open ones.
    sql`create index gap_talk on gap (conversation_id, status, wants_reply, at)`,
    sql`drop index gap_conversation_id`,
    sql`create index gap_open on gap (status, wants_reply desc, at desc)`,
    sql`create index conversation_held on conversation (staff_until) where staff_until is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
}
