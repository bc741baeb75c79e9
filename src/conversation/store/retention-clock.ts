// What retention remembers of the clock, so that a wrong one erases nothing: when this database began, when it last looked, whether the clock leapt.
import { z } from 'zod';
import type { Database } from '../../database/open.ts';
import { type ClockSeen, lookAtClock } from '../../leads/retention.ts';

const key = 'retention.clock';
const Seen = z.object({ first: z.string(), last: z.string(), leptAt: z.string().optional() });

/** `from`: what is dated before it was written by a wrong clock. */
export async function believedClock(db: Database, now: Date): Promise<{ from: string; leapt: boolean }> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('channel_store')
      .select('value_sealed')
      .where('key', '=', key)
      .executeTakeFirst();
    const before = (row && readSeen(row.value_sealed)) ?? (await fromStored(trx, now));
    const { leptAt, ...rest } = before;
    const { seen, leapt } = lookAtClock({ ...rest, ...(leptAt ? { leptAt } : {}) }, now);
    const kept = { value_sealed: JSON.stringify(seen), updated_at: now.toISOString() };
    await trx
      .insertInto('channel_store')
      .values({ key, ...kept })
      .onConflict((c) => c.column('key').doUpdateSet(kept))
      .execute();
    return { from: seen.first, leapt };
  });
}

/** Undefined for what cannot be read: it would keep everything for ever. */
function readSeen(value: string): z.infer<typeof Seen> | undefined {
  try {
    return Seen.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}

/** For a database that was in use before retention looked at the clock. */
async function fromStored(db: Database, now: Date): Promise<ClockSeen> {
  const at = now.toISOString();
  const audit = await db
    .selectFrom('audit')
    .select((e) => [e.fn.min('at').as('oldest'), e.fn.max('at').as('newest')])
    .executeTakeFirst();
  const talk = await db
    .selectFrom('conversation')
    .select((e) => e.fn.min('created_at').as('oldest'))
    .executeTakeFirst();
  const oldest = [audit?.oldest, talk?.oldest, at].filter((t) => typeof t === 'string').sort()[0];
  return { first: oldest ?? at, last: audit?.newest ?? at };
}

/** Leads with a date from before this database began; retention leaves them until a member of staff changes them. */
export async function misdatedLeads(db: Database, from: string): Promise<number> {
  const row = await db
    .selectFrom('lead')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('erased_at', 'is', null)
    .where('updated_at', '<', from)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
