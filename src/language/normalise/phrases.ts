// Finds listed phrases in a row of tokens: fillers to drop, local words to add a meaning to, rings of what means the same.
import { tokensOf } from './tokens.ts';

export type Phrases = {
  /** The tokens without any listed phrase, but for those that `joined` says belong to a neighbour. */
  without: (tokens: readonly string[], joined?: (left: string, right: string) => boolean) => string[];
  /** The tokens, and behind them what the listed phrases among them mean. */
  withMeanings: (tokens: readonly string[]) => string[];
};

/** The longest of these phrases that stands at a place in a row of tokens. */
export function longestAt<Phrase extends { said: readonly string[] }>(
  phrases: readonly Phrase[],
): (tokens: readonly string[], at: number) => Phrase | undefined {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.said[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.said.length - a.said.length);
  return (tokens, at) =>
    byFirst.get(tokens[at] ?? '')?.find((p) => p.said.every((w, k) => tokens[at + k] === w));
}

export function joinedParts(list: readonly { said: string; means: string }[]): Phrases {
  const at = longestAt(list.map((e) => ({ said: tokensOf(e.said), means: tokensOf(e.means) })));
  return {
    without: (tokens, joined = () => false) => {
      const out: string[] = [];
      const belongs = (start: number, end: number): boolean =>
        (start > 0 && joined(tokens[start - 1] as string, tokens[start] as string)) ||
        (end < tokens.length && joined(tokens[end - 1] as string, tokens[end] as string));
      for (let i = 0; i < tokens.length; i++) {
        const found = at(tokens, i);
        if (found && !belongs(i, i + found.said.length)) i += found.said.length - 1;
        else out.push(tokens[i] as string);
      }
      return out;
    },
    withMeanings: (tokens) => {
      const added = new Set<string>();
      for (let i = 0; i < tokens.length; i++) for (const w of at(tokens, i)?.means ?? []) added.add(w);
      for (const t of tokens) added.delete(t);
      return added.size === 0 ? [...tokens] : [...tokens, ...added];
    },
  };
}
