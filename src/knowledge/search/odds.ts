// Odds: how signs that are summed up become how likely each of several readings is.

/** How likely each of these is, from its sum of log-odds; together 1. */
export function oddsFrom(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const odds = sums.map((s) => Math.exp(s - most));
  const total = odds.reduce((a, b) => a + b, 0);
  return odds.map((o) => o / total);
}
