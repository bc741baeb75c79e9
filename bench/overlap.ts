// Labelled messages that stand, or nearly stand, among the cards' own phrasings: they would tell nothing, so `eval` drops them.
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { tokensOf } from '../src/language/normalise/tokens.ts';

/** Share of words in common from which two sentences count as nearly the same. */
const near = 0.85;

/** `exact`: the same folded words in any order. Follow-ups are never dropped: their last turn is short by nature. */
export function overlapOf(knowledge: Knowledge): (message: string) => 'exact' | 'near' | undefined {
  const words = (text: string): Set<string> => new Set(tokensOf(text));
  const asks = [...knowledge.cards.values()].flatMap((c) => [c.title, ...c.asks].map(words));
  const byWord = new Map<string, number[]>();
  asks.forEach((set, i) => {
    for (const w of set) byWord.set(w, [...(byWord.get(w) ?? []), i]);
  });
  return (message) => {
    const said = words(message);
    const shared = new Map<number, number>();
    for (const w of said) for (const i of byWord.get(w) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    let most = 0;
    for (const [i, n] of shared) most = Math.max(most, n / (said.size + (asks[i]?.size ?? 0) - n));
    return most === 1 ? 'exact' : most >= near ? 'near' : undefined;
  };
}
