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
  const root = new Branch<Phrase>();
  for (const phrase of phrases) {
    let branch = root;
    for (const word of phrase.said) branch = branch.grow(word);
    branch.phrase ??= phrase;
  }
  return (tokens, at) => {
    let longest: Phrase | undefined;
    let branch = root.next?.get(tokens[at] ?? '');
    for (let i = at + 1; branch; i++) {
      longest = branch.phrase ?? longest;
      branch = branch.next?.get(tokens[i] ?? '');
    }
    return longest;
  };
}

/** Where phrases that begin alike go on; most branches are an end and have nothing behind them. */
class Branch<Phrase> {
  next: Map<string, Branch<Phrase>> | undefined;
  /** The phrase that ends here; of several the first. */
  phrase: Phrase | undefined;

  grow(word: string): Branch<Phrase> {
    this.next ??= new Map();
    const known = this.next.get(word);
    if (known) return known;
    const branch = new Branch<Phrase>();
    this.next.set(word, branch);
    return branch;
  }
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
