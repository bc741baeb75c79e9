// What H4 counts of a text: syllables, pairs of neighbours, and pieces of three and four characters.

export const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i]} ${word}`);

/** The blanks between words and at both ends count as characters. */
export function piecesOf(words: readonly string[]): string[] {
  const text = ` ${words.join(' ')} `;
  const pieces: string[] = [];
  for (const size of [3, 4])
    for (let at = 0; at + size <= text.length; at++) pieces.push(text.slice(at, at + size));
  return pieces;
}

export function countsOf<T>(terms: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
