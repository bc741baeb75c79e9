// Finds place and trade names in what people type: whole words of one clause, the longest name first, marks heeded where they were typed.
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
  /** Words before it, and behind it, with which its own make phrases: between the two of them stands no name. */
  phrasedBefore: readonly (readonly string[])[];
  phrasedBehind: readonly (readonly string[])[];
};
/** Names by their first folded word, so that a message is compared with few of them, word by word. */
export type Names = ReadonlyMap<string, readonly Name[]>;
/** `at` and `length` count words. */
export type NameFound = { id: string; name: string; at: number; length: number };

const word = /[\p{L}\p{M}\d]+/gu;
const wordsOf = (text: string): string[] => text.match(word) ?? [];
/** Between two words: they are of two clauses. */
const parts = /[,;:?!…()]|\.\s/;

/** The words of a text, as typed and folded; `marked`: some have marks; `apart`: something stands between a word and the one before. */
const read = remembered((text) => {
  const found = [...clean(text).toLowerCase().matchAll(word)];
  const typed = found.map(([w]) => w);
  const bare = typed.map(fold);
  const apart = found.map(({ index, input }, i) => {
    const last = found[i - 1];
    return last !== undefined && parts.test(input.slice(last.index + last[0].length, index));
  });
  return { typed, bare, apart, marked: typed.some((w, i) => w !== bare[i]) };
}, aTurn);

/** `phrases`: bare letters that are the end of one and the beginning of another are no name. */
export function namesOf(all: Iterable<Named>, phrases: readonly string[] = []): Names {
  const said = phrases.map((p) => wordsOf(fold(p))).filter((p) => p.length > 1);
  const byFirst = new Map<string, Name[]>();
  for (const { id, names, also_word } of all)
    for (const name of names) {
      const spelt = wordsOf(clean(name).toLowerCase());
      const plain = spelt.map(fold);
      const [first] = plain;
      if (first === undefined) continue;
      const same = byFirst.get(first) ?? [];
      byFirst.set(first, [
        ...same,
        { id, name, spelt, plain, alsoWord: also_word === true, ...phrasedAround(plain, said) },
      ]);
    }
  return byFirst;
}

function phrasedAround(
  name: readonly string[],
  phrases: readonly (readonly string[])[],
): Pick<Name, 'phrasedBefore' | 'phrasedBehind'> {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.every((w, i) => w === b[i]);
  const shared = name.slice(1).map((_, k) => k + 1);
  return {
    phrasedBefore: phrases.flatMap((p) =>
      shared
        .filter((n) => n < p.length && same(p.slice(-n), name.slice(0, n)))
        .map((n) => p.slice(0, p.length - n)),
    ),
    phrasedBehind: phrases.flatMap((p) =>
      shared.filter((n) => n < p.length && same(p.slice(0, n), name.slice(-n))).map((n) => p.slice(n)),
    ),
  };
}

/** Every name in `text`, in its order; where two ids share a name both come back, a shorter name inside a longer one does not. */
export function namesIn(text: string, names: Names): NameFound[] {
  const { typed, bare, apart, marked } = read(text);
  const stand = (words: readonly string[], at: number): boolean => words.every((w, k) => bare[at + k] === w);
  const isPhrases = ({ plain, phrasedBefore, phrasedBehind }: Name, at: number): boolean =>
    phrasedBefore.some((words) => stand(words, at - words.length)) &&
    phrasedBehind.some((words) => stand(words, at + plain.length));
  /** "Ở …", "thôn 3 …", "nhà em …". */
  const isLed = (at: number): boolean =>
    leads.has(bare[at - 1] ?? '') || (hamlets.has(bare[at - 2] ?? '') && !apart[at - 1]);
  const stands = (name: Name, at: number): boolean => {
    const { spelt, plain, alsoWord } = name;
    // One syllable is too little to go by without its marks: "cho" is not "chợ" in a message that has marks.
    const exact = marked && spelt.length === 1;
    const agrees = (word: string, as: string): boolean => (exact ? word === as : wordAgrees(word, as));
    if (!plain.every((word, k) => bare[at + k] === word && agrees(typed[at + k] ?? '', spelt[k] ?? '')))
      return false;
    if (plain.some((_, k) => k > 0 && apart[at + k])) return false;
    const unmarked = plain.every((word, k) => typed[at + k] === word);
    if (!unmarked || isLed(at)) return true;
    return alsoWord ? plain.length === bare.length : !isPhrases(name, at);
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
const hamlets = new Set('thon xom to khu nha que'.split(' '));
