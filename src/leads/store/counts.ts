// Leads counted for the overview: those still to be worked, and those that became a group, by year.
import type { Database } from '../../database/open.ts';
import { vietnamDay } from '../../language/dates.ts';
import type { LeadForm } from '../lead.ts';

type Formed = { leads: number; members: number };
export type FormedYear = Record<LeadForm, Formed>;

const none = (): FormedYear => ({
  tht: { leads: 0, members: 0 },
  htx: { leads: 0, members: 0 },
  unsure: { leads: 0, members: 0 },
});
const yearOf = (iso: string): number => Number(vietnamDay(new Date(iso)).slice(0, 4));

/** By status, without the erased ones: nobody is left to call. */
export async function countToWork(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('lead')
    .select(['status', (e) => e.fn.countAll<number>().as('n')])
    .where('erased_at', 'is', null)
    .groupBy('status')
    .execute();
  return new Map(rows.map((r) => [r.status, Number(r.n)]));
}

/** Whom somebody promised to call by today. */
export async function countCallBacks(db: Database, today: string): Promise<number> {
  const row = await db
    .selectFrom('lead')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('call_back_on', '<=', today)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** The year of the oldest lead; undefined while there is none. */
export async function firstYear(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('lead')
    .select((e) => e.fn.min('created_at').as('at'))
    .executeTakeFirst();
  return row?.at ? yearOf(row.at) : undefined;
}

/**
 * Leads that stand as formed, in the year they came to it; one that was set back does not count. The erased stay: the
 * group exists although the person's data is gone.
 */
export async function formedByYear(db: Database): Promise<Map<number, FormedYear>> {
  const rows = await db
    .selectFrom('lead')
    .innerJoin('lead_event', 'lead_event.lead_id', 'lead.id')
    .select(['lead.id', 'lead.form', 'lead.members', 'lead_event.at', 'lead_event.to_value'])
    .where('lead.status', '=', 'formed')
    .where('lead_event.kind', '=', 'status')
    .orderBy('lead_event.at')
    .execute();
  const leads = new Map<string, { form: LeadForm; members: number; since: string | undefined }>();
  for (const row of rows) {
    const form = row.form === 'tht' || row.form === 'htx' ? row.form : 'unsure';
    const before = leads.get(row.id)?.since;
    leads.set(row.id, { form, members: row.members ?? 0, since: sinceWhen(before, row) });
  }
  const years = new Map<number, FormedYear>();
  for (const { form, members, since } of leads.values()) {
    if (since === undefined) continue;
    const year = years.get(yearOf(since)) ?? none();
    year[form].leads += 1;
    year[form].members += members;
    years.set(yearOf(since), year);
  }
  return years;
}

/** Erasing emptied these values too once; the last change of status is then taken for what made the lead formed. */
function sinceWhen(
  before: string | undefined,
  change: { at: string; to_value: string | null },
): string | undefined {
  if (change.to_value === null) return change.at;
  return change.to_value === 'formed' ? (before ?? change.at) : undefined;
}
