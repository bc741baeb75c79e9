// The names by which places and trades are found in messages, made once per knowledge.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { type Names, namesOf } from '../../language/places.ts';

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
    ),
);

export const productNames = onceFor(
  (knowledge: Knowledge): Names =>
    namesOf([...knowledge.products.values()].map((p) => ({ id: p.id, names: [p.name, ...p.aliases] }))),
);
