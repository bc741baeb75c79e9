// Finds listed phrases in a row of tokens: fillers to drop, local words to add a meaning to, rings of what means the same.
import { PairMap } from '../pair-map.ts';
import { tokensOf } from './tokens.ts';

export type Phrases = {
  /** The tokens without any listed phrase, but for those that `joined` says belong to a neighbour. */
  without: (tokens: readonly string[], joined?: (left: string, right: string) => boolean) => string[];
  /** The tokens, and behind them what the listed phrases among them mean. */
  withMeanings: (tokens: readonly string[]) => string[];
};

/** The longest of these phrases that stands at a place in a row of tokens: what it gives, and its length in tokens. */
export function longestAt<Gives>(
  phrases: readonly { said: readonly string[]; gives: Gives }[],
): (tokens: readonly string[], at: number) => { gives: Gives; length: number } | undefined {
  const words = new Map<string, number>();
  /** From a place in the tree of phrases by a word to the next place; 0 is the root. */
  const next = new PairMap();
  const ends = new Map<number, Gives>();
  for (const { said, gives } of phrases) {
    let place = root;
    for (const word of said) {
      const number = words.get(word) ?? words.size;
      words.set(word, number);
      place = next.number(place, number) + 1;
    }
    if (!ends.has(place)) ends.set(place, gives);
  }
  return (tokens, at) => {
    let longest: { gives: Gives; length: number } | undefined;
    let place = root;
    for (let i = at; i < tokens.length; i++) {
      const number = words.get(tokens[i] as string);
      if (number === undefined) break;
      place = next.get(place, number) + 1;
      if (place === root) break;
      const gives = ends.get(place);
      if (gives !== undefined) longest = { gives, length: i - at + 1 };
    }
    return longest;
  };
}
const root = 0;

export function joinedParts(list: readonly { said: string; means: string }[]): Phrases {
  const at = longestAt(list.map((e) => ({ said: tokensOf(e.said), gives: tokensOf(e.means) })));
  return {
    without: (tokens, joined = () => false) => {
      const out: string[] = [];
      const belongs = (start: number, end: number): boolean =>
        (start > 0 && joined(tokens[start - 1] as string, tokens[start] as string)) ||
        (end < tokens.length && joined(tokens[end - 1] as string, tokens[end] as string));
      for (let i = 0; i < tokens.length; i++) {
        const found = at(tokens, i);
        if (found && !belongs(i, i + found.length)) i += found.length - 1;
        else out.push(tokens[i] as string);
      }
      return out;
    },
    withMeanings: (tokens) => {
      const added = new Set<string>();
      for (let i = 0; i < tokens.length; i++) for (const w of at(tokens, i)?.gives ?? []) added.add(w);
      for (const t of tokens) added.delete(t);
      return added.size === 0 ? [...tokens] : [...tokens, ...added];
    },
  };
}
