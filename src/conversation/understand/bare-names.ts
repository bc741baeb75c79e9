// Of a message typed without marks, whether the bare letters of a one-syllable trade are that trade: "de xin khoanh no" is "để", "nuoi de" is "dê", "2 lua" is "lứa".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { clean, fold } from '../../language/fold.ts';
import type { NameFound } from '../../language/places.ts';
import { aTurn, remembered } from '../../language/remembered.ts';

/** The names found in `text` without those whose letters the knowledge spells as another word between these neighbours. */
export function meantNames(
  knowledge: Knowledge,
  text: string,
  found: readonly NameFound[],
): readonly NameFound[] {
  const words = wordsOf(text);
  if (found.length === 0 || words.some((w) => w !== fold(w))) return found;
  const { spellings } = spelling(knowledge);
  return found.filter(({ name, at, length }) => {
    const word = words[at] ?? '';
    const spelt = clean(name).toLowerCase();
    if (length > 1 || spelt === word) return true;
    if (isSupported(knowledge, words, at)) return true;
    return !countedBare(knowledge, words, at) && likelier(spellings.get(word), spelt, words, at);
  });
}

/** "Nuoi de", "20 con de", "trong ngo", "2 sao ngo", "lua 3 sao": what one does with it, or by what it is counted, stands beside. */
function isSupported({ words: { animals } }: Knowledge, words: readonly string[], at: number): boolean {
  const [before = '', last = '', next = '', then = ''] = [at - 2, at - 1, at + 1, at + 2].map(
    (i) => words[i],
  );
  if (animals.some((a) => fold(a) === words[at]))
    return (
      /^(?:nuoi|dan|bay|chuong)$/.test(last) || (last === 'con' && (isNumber(before) || before === 'nuoi'))
    );
  return (
    /^(?:gieo|cay|goc|hat|ruong|nuong)$/.test(last) ||
    (last === 'trong' && !/^(?:1|2|3|mot|hai|ba|ngay|thang|nam|hop|tien|cong|nha)$/.test(next)) ||
    (/^(?:sao|ha|mau|m2|met)$/.test(last) && isNumber(before)) ||
    (isNumber(next) && /^(?:sao|ha|mau|m2|met)$/.test(then))
  );
}
const isNumber = (word: string): boolean => /^(?:\d+|mot|hai|ba|bon|may|vai|chuc|tram)$/.test(word);

/** "2 lua": of what grows there are no pieces, and a number before it counts something else. */
const countedBare = ({ words: { animals } }: Knowledge, words: readonly string[], at: number): boolean =>
  /^(?:\d{1,2}|may|moi|tung|vai)$/.test(words[at - 1] ?? '') &&
  !animals.some((a) => fold(a) === words[at]) &&
  !/^(?:\d|sao|ha|mau|m2|met|nha|cua)/.test(words[at + 1] ?? '');

/** How often each spelling stands in the knowledge, in all and behind or before a bare word. */
type Spellings = Map<string, { all: number; beside: Map<string, number> }>;

/** Beside these neighbours if the knowledge has them, else in all. */
function likelier(
  spellings: Spellings | undefined,
  name: string,
  words: readonly string[],
  at: number,
): boolean {
  if (!spellings) return true;
  const besides = [`<${kept(words[at - 1])}`, `>${kept(words[at + 1])}`];
  const near = (spelt: string): number =>
    besides.reduce((sum, side) => sum + (spellings.get(spelt)?.beside.get(side) ?? 0), 0);
  const others = [...spellings.keys()].filter((spelt) => spelt !== name);
  const [own, other] = [near(name), others.reduce((sum, spelt) => sum + near(spelt), 0)];
  if (own + other >= fewest) return own >= other;
  const all = (spelt: string): number => spellings.get(spelt)?.all ?? 0;
  return all(name) * muchOftener >= others.reduce((sum, spelt) => sum + all(spelt), 0);
}
const fewest = 2;
/** Neighbours that the knowledge never has beside it say nothing: only a word that is far oftener another is taken for that. */
const muchOftener = 4;

const kept = (word: string | undefined): string => (word === undefined || /^\d/.test(word) ? '#' : word);

const spelling = onceFor((knowledge: Knowledge): { spellings: Map<string, Spellings> } => {
  const names = [
    ...[...knowledge.products.values()].flatMap((p) => [p.name, ...p.aliases]),
    ...knowledge.words.subjects.flatMap(({ said }) => said),
  ];
  const bare = new Set(names.map(fold).filter((name) => !name.includes(' ')));
  const spellings = new Map([...bare].map((word): [string, Spellings] => [word, new Map()]));
  const cards = [...knowledge.cards.values()];
  const texts = [
    ...cards.flatMap(({ title, asks }) => [title, ...asks]),
    ...[...knowledge.cues.values()].flatMap(({ asks, say }) => [...asks, ...say]),
    ...[...knowledge.provisions.values()].map(({ words }) => words),
  ];
  for (const text of texts) {
    const words = wordsOf(text);
    const folded = words.map(fold);
    if (folded.every((w, i) => w === words[i])) continue;
    folded.forEach((word, i) => {
      const of = spellings.get(word);
      const spelt = words[i];
      if (!of || spelt === undefined) return;
      const counts = of.get(spelt) ?? { all: 0, beside: new Map<string, number>() };
      counts.all++;
      for (const side of [`<${kept(folded[i - 1])}`, `>${kept(folded[i + 1])}`])
        counts.beside.set(side, (counts.beside.get(side) ?? 0) + 1);
      of.set(spelt, counts);
    });
  }
  return { spellings };
});

const wordsOf = remembered(
  (text: string): readonly string[] =>
    clean(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]+/gu) ?? [],
  aTurn,
);
