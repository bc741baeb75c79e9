// Looks listed signs up by the rarest word of each, since most messages hold none.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { fold } from '../../language/fold.ts';
import type { Clauses, Sign } from './sign.ts';

export type ByRarestWord<Listed> = (text: Clauses) => readonly Listed[];

/** How often a word stands in what is asked, with its marks and without. */
const rarenessOf = onceFor(({ cards, cues }: Knowledge): ((word: string) => number) => {
  const times = new Map<string, number>();
  for (const { asks } of [...cards.values(), ...cues.values()])
    for (const ask of asks)
      for (const word of [...wordsOf(ask.toLowerCase()), ...wordsOf(fold(ask))])
        times.set(word, (times.get(word) ?? 0) + 1);
  return (word) => times.get(word) ?? 0;
});

export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d]+/gu) ?? [];

/** A sign stands only where one wording of each step does that may not be left out: it is looked up by the rarest word of each wording of the rarest step. */
export function byRarestWord<Listed extends { sign: Sign }>(
  knowledge: Knowledge,
  all: readonly Listed[],
): ByRarestWord<Listed> {
  const times = rarenessOf(knowledge);
  const byWord = new Map<string, Listed[]>();
  const rarer = (a: string, b: string): string => (times(b) < times(a) ? b : a);
  const often = (words: readonly string[]): number => words.reduce((sum, word) => sum + times(word), 0);
  for (const listed of all) {
    const [rarest = []] = listed.sign.steps
      .filter((step) => !step.optional)
      .map((step) => [...new Set(step.said.map((said) => wordsOf(said).reduce(rarer)))])
      .sort((a, b) => often(a) - often(b));
    for (const word of rarest) byWord.set(word, [...(byWord.get(word) ?? []), listed]);
  }
  return ({ whole }) => [...new Set(whole.trim().split(' '))].flatMap((word) => byWord.get(word) ?? []);
}
