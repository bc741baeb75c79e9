// Cosine of the pieces of three and four characters, each counting by how rare it is.
import { Postings } from './postings.ts';
import { countsOf, piecesOf } from './terms.ts';

/** One number a text. */
export function charCosineOf(
  texts: readonly (readonly string[])[],
): (words: readonly string[]) => Float64Array {
  const postings = new Postings();
  const counted = texts.map((words) => countsOf(piecesOf(words)));
  for (const [text, counts] of counted.entries())
    for (const [piece, times] of counts) postings.add(piece, text, times);
  const rarity = (piece: string): number => Math.log((1 + texts.length) / (1 + postings.spread(piece))) + 1;
  const lengthOf = (counts: Map<string, number>): number =>
    Math.hypot(...[...counts].map(([piece, times]) => times * rarity(piece))) || 1;
  const lengths = counted.map(lengthOf);
  postings.reweigh((piece, text, times) => (times * rarity(piece)) / (lengths[text] ?? 1));
  return (words) => {
    const counts = countsOf(piecesOf(words));
    const length = lengthOf(counts);
    return postings.sums([...counts].map(([piece, times]) => [piece, (times * rarity(piece)) / length]));
  };
}
