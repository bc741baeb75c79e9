// Rings of phrases that mean the same to a farmer: a message carries what its phrases mean beside its words, so that what was learnt from one way of saying it holds for the others.
import { longestAt } from '../../language/normalise/phrases.ts';

export type Ring = { means: string; said: readonly string[] };
/** Syllables, the names of the rings they stand in, and the spellings that tell some of them apart. */
export type Said = { tokens: readonly string[]; means: readonly string[]; spelt?: readonly string[] };

/** `spell` turns curators' phrases into the same tokens that messages become. Phrases may overlap; of those that begin at one word the longest counts. */
export function ringReader(
  rings: readonly Ring[],
  spell: (text: string) => string[],
): (tokens: readonly string[]) => Said {
  const found = longestAt(
    rings.flatMap(({ means, said }) => said.map((s) => ({ said: spell(s), gives: means }))),
  );
  return (tokens) => {
    const means: string[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const ring = found(tokens, at)?.gives;
      if (ring !== undefined && !means.includes(ring)) means.push(ring);
    }
    return { tokens, means };
  };
}
