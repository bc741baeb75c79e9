// The history of a lead: one line for each thing its person, staff or the program did.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

type NewEvent = {
  leadId: string;
  actor: string;
  kind: string;
  from?: string;
  to?: string;
  bodySealed?: string;
};

export async function addEvents(db: Kysely<Tables>, events: readonly NewEvent[], at: string): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('lead_event')
    .values(
      events.map((e) => ({
        id: randomUUID(),
        lead_id: e.leadId,
        at,
        actor: e.actor,
        kind: e.kind,
        from_value: e.from ?? null,
        to_value: e.to ?? null,
        body_sealed: e.bodySealed ?? null,
      })),
    )
    .execute();
}
