// How long what is kept: pure dates; the months people are told stand in conversation/world.
export const retentionRules = { inboundDays: 7, draftDays: 30, pulledDays: 1, attemptDays: 2 } as const;

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
