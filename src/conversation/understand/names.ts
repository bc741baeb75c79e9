// The names by which places, trades and forms of organisation are found in messages, made once per knowledge.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { type NameFound, type Names, namesIn, namesOf } from '../../language/places.ts';
import { meantNames } from './bare-names.ts';

const bare = (name: string): string =>
  name
    .replace(/\s*\(.*?\)/g, '')
    .replace(/,.*$/, '')
    .trim();

export const placeNames = onceFor(
  (knowledge: Knowledge): Names =>
    namesOf(
      [...knowledge.places.values()].map(({ id, name, aliases, also_word }) => ({
        id,
        names: [bare(name), ...aliases],
        also_word,
      })),
      phrasesOf(knowledge),
    ),
);

/** What the pack knows to be said of its matters, trades and forms: a place's bare letters across one are none. */
const phrasesOf = ({ words, products }: Knowledge): string[] => [
  ...words.aspect_words.flatMap(({ said }) => said),
  ...words.form_words.flatMap(({ said }) => said),
  ...words.synonyms.flatMap(({ said, means }) => [said, means]),
  ...words.abbreviations.map(({ long }) => long),
  ...[...products.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
];

export const productNames = onceFor(
  (knowledge: Knowledge): Names =>
    namesOf([...knowledge.products.values()].map((p) => ({ id: p.id, names: [p.name, ...p.aliases] }))),
);

/** The trades a text names, without those that in bare letters are likelier another word. */
export const productsIn = (text: string, knowledge: Knowledge): readonly NameFound[] =>
  meantNames(knowledge, text, namesIn(text, productNames(knowledge)));

/** The same; a word of a place's longer name is none. */
export function tradesIn(text: string, knowledge: Knowledge): readonly NameFound[] {
  const found = productsIn(text, knowledge);
  if (found.length === 0) return found;
  const places = namesIn(text, placeNames(knowledge));
  const isHalf = ({ at, length }: NameFound): boolean =>
    places.some((p) => p.length > length && p.at <= at && at + length <= p.at + p.length);
  return found.filter((f) => !isHalf(f));
}

/** Forms of organisation, written out or short. */
export const formNames = onceFor((knowledge: Knowledge): Names => {
  const { form_words, abbreviations } = knowledge.words;
  const short = (said: readonly string[]): string[] =>
    abbreviations.filter((a) => said.includes(a.long)).map((a) => a.short);
  return namesOf(form_words.map(({ form, said }) => ({ id: form, names: [...said, ...short(said)] })));
});
