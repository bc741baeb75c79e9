// Finds place and trade names in what people type: whole words, the longest name first, marks heeded where they were typed.
import { clean, fold } from './fold.ts';
import { wordAgrees } from './marks-agree.ts';
import { aTurn, remembered } from './remembered.ts';

/** `also_word`: without marks the name is also a common word ("van ban"), so it counts only behind one that leads to a place, or alone. */
export type Named = { id: string; names: readonly string[]; also_word?: boolean | undefined };
/** A name cut into words, as spelt and folded. */
type Name = {
  id: string;
  name: string;
  spelt: readonly string[];
  plain: readonly string[];
  alsoWord: boolean;
};
/** Names by their first folded word, so that a message is compared with few of them, word by word. */
export type Names = ReadonlyMap<string, readonly Name[]>;
/** `at` and `length` count words. */
export type NameFound = { id: string; name: string; at: number; length: number };

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** The words of a text, as typed and folded; `marked`: some have marks. */
const read = remembered((text) => {
  const typed = wordsOf(clean(text).toLowerCase());
  const bare = typed.map(fold);
  return { typed, bare, marked: typed.some((word, i) => word !== bare[i]) };
}, aTurn);

export function namesOf(all: Iterable<Named>): Names {
  const byFirst = new Map<string, Name[]>();
  for (const { id, names, also_word } of all)
    for (const name of names) {
      const spelt = wordsOf(clean(name).toLowerCase());
      const plain = spelt.map(fold);
      const [first] = plain;
      if (first === undefined) continue;
      const same = byFirst.get(first) ?? [];
      byFirst.set(first, [...same, { id, name, spelt, plain, alsoWord: also_word === true }]);
    }
  return byFirst;
}

/** Every name in `text`, in its order; where two ids share a name both come back, a shorter name inside a longer one does not. */
export function namesIn(text: string, names: Names): NameFound[] {
  const { typed, bare, marked } = read(text);
  const stands = ({ spelt, plain, alsoWord }: Name, at: number): boolean => {
    // One syllable is too little to go by without its marks: "cho" is not "chợ" in a message that has marks.
    const exact = marked && spelt.length === 1;
    const agrees = (word: string, as: string): boolean => (exact ? word === as : wordAgrees(word, as));
    if (!plain.every((word, k) => bare[at + k] === word && agrees(typed[at + k] ?? '', spelt[k] ?? '')))
      return false;
    const unmarked = plain.every((word, k) => typed[at + k] === word);
    return !alsoWord || !unmarked || plain.length === bare.length || leads.has(bare[at - 1] ?? '');
  };
  const found: NameFound[] = [];
  bare.forEach((first, at) => {
    for (const name of names.get(first) ?? [])
      if (stands(name, at)) found.push({ id: name.id, name: name.name, at, length: name.plain.length });
  });
  const longest = found.filter(
    (f) => !found.some((g) => g.at <= f.at && f.at + f.length <= g.at + g.length && g.length > f.length),
  );
  const seen = new Set<string>();
  return longest.filter((f) => !seen.has(f.id) && seen.add(f.id));
}
const leads = new Set('o tai ben que huyen xa phuong thon ban tinh tp'.split(' '));
