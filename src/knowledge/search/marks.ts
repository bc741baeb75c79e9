// Whether the marks that were typed are those an entry's own words have: "cá" is not "cả".
import { clean, fold } from '../../language/fold.ts';

/** Folded word → the ways it is spelt with marks. */
type Spelt = ReadonlyMap<string, ReadonlySet<string>>;
/** How far an entry's spellings agree with the message's, from -1 (every marked word it has is spelt otherwise) to 1. */
export type Marks = (message: string) => (entry: number) => number;

const words = /\p{L}+/gu;

export function marksOf(entries: readonly { asks: readonly string[]; text?: string }[]): Marks {
  const spelt = entries.map((e) => speltIn([...e.asks, e.text ?? '']));
  return (message) => {
    const typed = [...new Set(clean(message).toLowerCase().match(words) ?? [])].filter((w) => w !== fold(w));
    return (entry) => {
      let sum = 0;
      for (const word of typed) {
        const known = spelt[entry]?.get(fold(word));
        if (known) sum += known.has(word) ? 1 : -1;
      }
      return typed.length === 0 ? 0 : sum / typed.length;
    };
  };
}

function speltIn(texts: readonly string[]): Spelt {
  const spelt = new Map<string, Set<string>>();
  for (const text of texts)
    for (const word of clean(text).toLowerCase().match(words) ?? []) {
      if (word === fold(word)) continue;
      const known = spelt.get(fold(word));
      if (known) known.add(word);
      else spelt.set(fold(word), new Set([word]));
    }
  return spelt;
}
