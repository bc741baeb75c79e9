// What a row of syllables is compared by: words, pairs of words, and runs of three and four letters.

/** Feature → how often it stands there. */
export type Bag = Map<string, number>;
/** Everything a row of syllables is compared by. */
export type Bags = { words: Bag; skips: Bag; letters: Bag };

export const bagsOf = (tokens: readonly string[]): Bags => ({
  words: wordBag(tokens),
  skips: skipBag(tokens),
  letters: letterBag(tokens),
});

export function wordBag(tokens: readonly string[]): Bag {
  const bag: Bag = new Map();
  tokens.forEach((word, i) => {
    add(bag, word);
    const next = tokens[i + 1];
    if (next !== undefined) add(bag, `${word} ${next}`);
  });
  return bag;
}

/** Letters run on over word ends, so that joined and split words stay alike. */
export function letterBag(tokens: readonly string[]): Bag {
  const bag: Bag = new Map();
  const text = ` ${tokens.join(' ')} `;
  for (let i = 0; i + 3 <= text.length; i++) {
    add(bag, text.slice(i, i + 3));
    if (i + 4 <= text.length) add(bag, text.slice(i, i + 4));
  }
  return bag;
}

/** What the trained part sees besides: pairs with one word between. */
export function skipBag(tokens: readonly string[]): Bag {
  const bag: Bag = new Map();
  for (let i = 0; i + 2 < tokens.length; i++) add(bag, `${tokens[i]}_${tokens[i + 2]}`);
  return bag;
}

function add(bag: Bag, feature: string): void {
  bag.set(feature, (bag.get(feature) ?? 0) + 1);
}
