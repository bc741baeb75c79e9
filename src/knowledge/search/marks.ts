// Whether the marks that were typed are those an entry's own words have: "cá" is not "cả".
import { type WordTyped, wordsTyped } from '../../language/words-typed.ts';

/** How far an entry's spellings agree with the message's, from -1 (every marked word it has is spelt otherwise) to 1. */
export type Marks = (message: string) => (entry: number) => number;

export function marksOf(entries: readonly { asks: readonly string[]; text?: string }[]): Marks {
  // Marked words and what they are without marks share one numbering, so that an entry keeps one row of bits.
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const spelt = entries.map((e) => {
    const words = [...e.asks, e.text ?? ''].flatMap(markedIn);
    return once(words).flatMap(({ typed, bare }) => [numberOf(typed), numberOf(bare)]);
  });
  const width = (numbers.size + 7) >> 3;
  const bits = new Uint8Array(entries.length * width);
  spelt.forEach((own, entry) => {
    for (const number of own) {
      const at = entry * width + (number >> 3);
      bits[at] = (bits[at] as number) | (1 << (number & 7));
    }
  });
  const has = (entry: number, number: number): boolean =>
    number >= 0 && ((bits[entry * width + (number >> 3)] as number) & (1 << (number & 7))) !== 0;
  return (message) => {
    const typed = once(markedIn(message)).map(({ typed, bare }) => ({
      marked: numbers.get(typed) ?? -1,
      plain: numbers.get(bare) ?? -1,
    }));
    return (entry) => {
      let sum = 0;
      for (const { marked, plain } of typed) if (has(entry, plain)) sum += has(entry, marked) ? 1 : -1;
      return typed.length === 0 ? 0 : sum / typed.length;
    };
  };
}

const markedIn = (text: string): WordTyped[] => wordsTyped(text).filter(({ typed, bare }) => typed !== bare);

const once = (words: readonly WordTyped[]): WordTyped[] => [
  ...new Map(words.map((word) => [word.typed, word])).values(),
];
