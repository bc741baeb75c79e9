// Whether one engine is ahead of another on the same questions by more than chance: what only one of them finds, and the sign test of that.

export type Paired = {
  /** Questions that only the first, only the second engine has right. */
  won: number;
  lost: number;
  /** How likely so great a difference, either way, is by chance alone (McNemar's exact test). */
  chance: number;
};

/** Both lists hold the same questions in the same order. */
export function paired(first: readonly boolean[], second: readonly boolean[]): Paired {
  if (first.length !== second.length) throw new Error('two engines were not asked the same questions');
  const won = first.filter((right, i) => right && !second[i]).length;
  const lost = second.filter((right, i) => right && !first[i]).length;
  return { won, lost, chance: signTest(won, lost) };
}

/** Two-sided: heads and tails of a fair coin as far apart as these or farther. */
export function signTest(heads: number, tails: number): number {
  const n = heads + tails;
  let logOfWays = 0;
  let tail = 0;
  for (let k = 0; k <= Math.min(heads, tails); k++) {
    if (k > 0) logOfWays += Math.log((n - k + 1) / k);
    tail += Math.exp(logOfWays - n * Math.LN2);
  }
  return Math.min(1, 2 * tail);
}
