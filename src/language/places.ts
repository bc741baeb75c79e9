// Finds place and trade names in what people type: whole words, the longest name first, marks heeded where they were typed.
import { clean, fold } from './fold.ts';

export type Named = { id: string; names: readonly string[] };
/** A name cut into words, as spelt and folded. */
type Name = { id: string; name: string; spelt: readonly string[]; plain: readonly string[] };
/** Names by their first folded word, so that a message is compared with few of them, word by word. */
export type Names = ReadonlyMap<string, readonly Name[]>;
/** `at` and `length` count words. */
export type NameFound = { id: string; name: string; at: number; length: number };

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\d]+/gu) ?? [];

export function namesOf(all: Iterable<Named>): Names {
  const byFirst = new Map<string, Name[]>();
  for (const { id, names } of all)
    for (const name of names) {
      const spelt = wordsOf(clean(name).toLowerCase());
      const plain = spelt.map(fold);
      const [first] = plain;
      if (first === undefined) continue;
      const same = byFirst.get(first) ?? [];
      byFirst.set(first, [...same, { id, name, spelt, plain }]);
    }
  return byFirst;
}

/** Every name in `text`, in its order; where two ids share a name both come back, a shorter name inside a longer one does not. */
export function namesIn(text: string, names: Names): NameFound[] {
  const typed = wordsOf(clean(text).toLowerCase());
  const bare = typed.map(fold);
  const marked = typed.some((word, i) => word !== bare[i]);
  const found: NameFound[] = [];
  bare.forEach((first, at) => {
    for (const { id, name, spelt, plain } of names.get(first) ?? []) {
      // One syllable is too little to go by without its marks: "cho" is not "chợ" in a message that has marks.
      const exact = marked && spelt.length === 1;
      const same = plain.every((word, k) => bare[at + k] === word && (!exact || typed[at + k] === spelt[k]));
      if (same) found.push({ id, name, at, length: plain.length });
    }
  });
  const longest = found.filter(
    (f) => !found.some((g) => g.at <= f.at && f.at + f.length <= g.at + g.length && g.length > f.length),
  );
  const seen = new Set<string>();
  return longest.filter((f) => !seen.has(f.id) && seen.add(f.id));
}
