// What became of a card's ways of asking: kept, changed in their wording, added, removed. Their order in the sheet says nothing.
import { syllables } from '../../language/fold.ts';

export type AsksChange = {
  changed: { before: string; after: string }[];
  added: string[];
  removed: string[];
  /** The whole new list: changed ones in their old place, added ones at the end. */
  result: string[];
};

export function compareAsks(current: readonly string[], wanted: readonly string[]): AsksChange {
  const kept = new Set(current);
  const want = new Set(wanted);
  const gone = current.filter((ask) => !want.has(ask));
  const fresh = [...want].filter((ask) => !kept.has(ask));
  const changed = new Map<string, string>();
  for (const before of gone) {
    const after = mostAlike(before, fresh);
    if (after === undefined) continue;
    changed.set(before, after);
    fresh.splice(fresh.indexOf(after), 1);
  }
  return {
    changed: [...changed].map(([before, after]) => ({ before, after })),
    added: fresh,
    removed: gone.filter((ask) => !changed.has(ask)),
    result: [...current.flatMap((ask) => (want.has(ask) ? [ask] : (changed.get(ask) ?? []))), ...fresh],
  };
}

/** At least half of the words in common: the same way of asking, mended. */
function mostAlike(ask: string, among: readonly string[]): string | undefined {
  const words = new Set(syllables(ask));
  const likeness = (other: string): number => {
    const others = new Set(syllables(other));
    const common = [...others].filter((w) => words.has(w)).length;
    return (2 * common) / (words.size + others.size || 1);
  };
  const best = among.toSorted((a, b) => likeness(b) - likeness(a))[0];
  return best !== undefined && likeness(best) >= 0.5 ? best : undefined;
}
