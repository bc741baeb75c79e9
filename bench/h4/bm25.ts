// BM25 over syllables and, at a lower weight, pairs of them; a text like the question in every term comes to about one.
import { Postings } from './postings.ts';
import { countsOf, pairsOf } from './terms.ts';

export type Bm25Settings = { k1: number; b: number; pairs: number };

/** One number a text. */
export function bm25Of(
  texts: readonly (readonly string[])[],
  { k1, b, pairs }: Bm25Settings,
): (words: readonly string[]) => Float64Array {
  const postings = new Postings();
  const mean = texts.reduce((n, words) => n + words.length, 0) / Math.max(1, texts.length);
  const termsOf = (words: readonly string[]): Map<string, number> =>
    countsOf(pairs > 0 ? [...words, ...pairsOf(words)] : words);
  for (const [text, words] of texts.entries()) {
    for (const [term, times] of termsOf(words)) {
      const long = 1 - b + (b * words.length) / mean;
      postings.add(term, text, (times * (k1 + 1)) / (times + k1 * long));
    }
  }
  const rarity = (term: string): number => {
    const spread = postings.spread(term);
    return Math.log(1 + (texts.length - spread + 0.5) / (spread + 0.5)) * (term.includes(' ') ? pairs : 1);
  };
  postings.reweigh((term, _, weight) => weight * rarity(term));
  return (words) => {
    const asked = [...termsOf(words).keys()];
    const all = asked.reduce((sum, term) => sum + rarity(term), 0) || 1;
    return postings.sums(asked.map((term) => [term, 1 / all]));
  };
}
