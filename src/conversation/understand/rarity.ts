// How much a word says: the rarer among the texts looked at, the more (inverse document frequency).

/** In log-odds of meeting it: 0 for a word that all of these texts have. */
export function rarityAmong(texts: readonly (readonly string[])[]): (word: string) => number {
  const holding = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) holding.set(word, (holding.get(word) ?? 0) + 1);
  return (word) => Math.log((texts.length + 1) / ((holding.get(word) ?? 0) + 1));
}
