// Reads what a message names: the form of organisation, what is asked about it, and the numbers of legal texts.

/** Slot → values, e.g. { form: ['tht'], aspect: ['members'], document: ['1804'] }. */
export type Slots = Readonly<Record<string, readonly string[]>>;
export type SlotWords = {
  form_words: readonly { form: string; said: readonly string[] }[];
  aspect_words: readonly { aspect: string; said: readonly string[] }[];
};

type Phrase = { slot: string; value: string; words: readonly string[] };

/** `spell` turns curators' phrases into the same tokens that messages become. */
export function slotReader(
  words: SlotWords,
  spell: (text: string) => string[],
): (tokens: readonly string[]) => Slots {
  const phrases: Phrase[] = [
    ...words.form_words.flatMap((f) => f.said.map((s) => ({ slot: 'form', value: f.form, words: spell(s) }))),
    ...words.aspect_words.flatMap((a) =>
      a.said.map((s) => ({ slot: 'aspect', value: a.aspect, words: spell(s) })),
    ),
  ].sort((a, b) => b.words.length - a.words.length);
  const byFirst = new Map<string, Phrase[]>();
  for (const p of phrases) {
    const first = p.words[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), p]);
  }
  return (tokens) => {
    const found: Record<string, string[]> = {};
    const taken: Record<string, Set<number>> = {};
    // "giấy tờ" names papers, and the "tờ" in it is no "tổ": one word inside a longer phrase says nothing of its own.
    const inside = new Set<number>();
    const matches = tokens
      .flatMap((token, start) => (byFirst.get(token) ?? []).map((phrase) => ({ phrase, start })))
      .filter(({ phrase, start }) => phrase.words.every((w, k) => tokens[start + k] === w))
      .sort((a, b) => b.phrase.words.length - a.phrase.words.length || a.start - b.start);
    for (const { phrase, start } of matches) {
      const used = taken[phrase.slot] ?? new Set<number>();
      const places = phrase.words.map((_, k) => start + k);
      if (places.some((k) => used.has(k)) || (places.length === 1 && inside.has(start))) continue;
      for (const k of places) used.add(k);
      if (places.length > 1) for (const k of places) inside.add(k);
      taken[phrase.slot] = used;
      const values = found[phrase.slot] ?? [];
      if (!values.includes(phrase.value)) values.push(phrase.value);
      found[phrase.slot] = values;
    }
    const numbers = documentNumbers(tokens);
    return numbers.length > 0 ? { ...found, document: numbers } : found;
  };
}

const kinds = new Set(['dinh', 'quyet', 'tu', 'hoach', 'luat', 'trinh']);

/** "nghị định 113", "quyết định 1804": the number behind the kind of text. */
export function documentNumbers(tokens: readonly string[]): string[] {
  return tokens.filter((t, i) => /^\d{1,4}$/.test(t) && kinds.has(tokens[i - 1] ?? '') && t.length < 5);
}
