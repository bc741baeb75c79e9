// Whether the marks that were typed are those an entry's own words have: "cá" is not "cả".
import { clean, fold } from '../../language/fold.ts';

/** How far an entry's spellings agree with the message's, from -1 (every marked word it has is spelt otherwise) to 1. */
export type Marks = (message: string) => (entry: number) => number;

const words = /\p{L}+/gu;

export function marksOf(entries: readonly { asks: readonly string[]; text?: string }[]): Marks {
  // Marked words and what they are without marks share one numbering, so that an entry keeps one set of numbers.
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const spelt = entries.map((e) => {
    const own = new Set<number>();
    for (const text of [...e.asks, e.text ?? ''])
      for (const word of markedIn(text)) own.add(numberOf(word)).add(numberOf(fold(word)));
    return own;
  });
  return (message) => {
    const typed = [...new Set(markedIn(message))].map((word) => ({
      marked: numbers.get(word) ?? -1,
      plain: numbers.get(fold(word)) ?? -1,
    }));
    return (entry) => {
      const own = spelt[entry];
      let sum = 0;
      for (const { marked, plain } of typed) if (own?.has(plain)) sum += own.has(marked) ? 1 : -1;
      return typed.length === 0 ? 0 : sum / typed.length;
    };
  };
}

const markedIn = (text: string): string[] =>
  (clean(text).toLowerCase().match(words) ?? []).filter((word) => word !== fold(word));
