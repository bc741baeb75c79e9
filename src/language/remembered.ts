// Keeps what a function of one text gave for the texts it met lately: a turn looks at the same few words from many sides.

/** What is made of a whole message is asked for again within its turn; of words everybody types the same few thousand. */
export const aTurn = { letters: 1000, texts: 200 };
export const commonWords = { letters: 24, texts: 20_000 };

/** `make` must depend on its text alone. Texts of more than `letters` are not kept; of the others the latest `texts` are. */
export function remembered<T>(
  make: (text: string) => T,
  most: { letters: number; texts: number },
): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const ready = kept.get(text);
    if (ready !== undefined || kept.has(text)) return ready as T;
    const made = make(text);
    if (text.length > most.letters) return made;
    kept.set(text, made);
    if (kept.size > most.texts) {
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        if (kept.size <= most.texts / 2) break;
      }
    }
    return made;
  };
}
