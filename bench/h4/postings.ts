// For each term the texts it stands in, each with a weight; what a question's terms add up to in each text.

export class Postings {
  #lists = new Map<string, { texts: number[]; weights: number[] }>();
  #size = 0;

  add(term: string, text: number, weight: number): void {
    const list = this.#lists.get(term) ?? { texts: [], weights: [] };
    list.texts.push(text);
    list.weights.push(weight);
    this.#lists.set(term, list);
    this.#size = Math.max(this.#size, text + 1);
  }

  /** In how many texts it stands. */
  spread(term: string): number {
    return this.#lists.get(term)?.texts.length ?? 0;
  }

  /** Weights are set again once all texts are in: how rare a term is shows only then. */
  reweigh(weight: (term: string, text: number, weight: number) => number): void {
    for (const [term, { texts, weights }] of this.#lists)
      for (const [i, text] of texts.entries()) weights[i] = weight(term, text, weights[i] ?? 0);
  }

  sums(terms: Iterable<readonly [term: string, weight: number]>): Float64Array {
    const sums = new Float64Array(this.#size);
    for (const [term, times] of terms) {
      const list = this.#lists.get(term);
      if (!list) continue;
      for (let i = 0; i < list.texts.length; i++) {
        const text = list.texts[i] as number;
        sums[text] = (sums[text] as number) + times * (list.weights[i] as number);
      }
    }
    return sums;
  }
}

/** Texts belong to entries; an entry is worth what its best text is. */
export function bestOf(sums: Float64Array, owners: readonly number[], entries: number): Float64Array {
  const best = new Float64Array(entries);
  for (let text = 0; text < sums.length; text++) {
    const owner = owners[text] as number;
    best[owner] = Math.max(best[owner] as number, sums[text] as number);
  }
  return best;
}
