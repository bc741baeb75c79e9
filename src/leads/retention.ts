// How long what is kept: pure dates; the months people are told stand in conversation/world.
export const retentionRules = {
  inboundDays: 7,
  draftDays: 30,
  pulledDays: 1,
  attemptDays: 2,
  sentOnceDays: 1 / 24,
} as const;

export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString();
}

/** The same day `months` earlier; the last day of a shorter month where that day is missing. */
export function monthsBefore(now: Date, months: number): string {
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, last));
  return then.toISOString();
}

/** How the clock has gone, as retention saw it: rows from before `first` and a clock that leapt say nothing of what is past its time. */
export type ClockSeen = { first: string; last: string; leptAt?: string };

/** A leap is further than any pause between two looks that is not worth a person's eye; it is believed once the clock has gone on so long. */
const leapDays = 35;
const believedAfterDays = 7;
const dayMs = 86_400_000;

/** Whether the clock may be believed now; `leapt` until it has gone on evenly for a week. */
export function lookAtClock(seen: ClockSeen, now: Date): { seen: ClockSeen; leapt: boolean } {
  const at = now.toISOString();
  const days = (since: string): number => (now.getTime() - Date.parse(since)) / dayMs;
  const leptAt = Math.abs(days(seen.last)) > leapDays ? at : seen.leptAt;
  const leapt = leptAt !== undefined && days(leptAt) < believedAfterDays;
  return { seen: { first: seen.first, last: at, ...(leapt ? { leptAt } : {}) }, leapt };
}
