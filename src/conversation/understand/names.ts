// The names by which places and trades are found in messages, made once per knowledge.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Named } from '../../language/places.ts';

const bare = (name: string): string =>
  name
    .replace(/\s*\(.*?\)/g, '')
    .replace(/,.*$/, '')
    .trim();

function memo<T>(make: (knowledge: Knowledge) => T): (knowledge: Knowledge) => T {
  const made = new WeakMap<Knowledge, T>();
  return (knowledge) => {
    const ready = made.get(knowledge) ?? make(knowledge);
    made.set(knowledge, ready);
    return ready;
  };
}

export const placeNames = memo((knowledge): Named[] =>
  [...knowledge.places.values()].map((p) => ({ id: p.id, names: [bare(p.name), ...p.aliases] })),
);

export const productNames = memo((knowledge): Named[] =>
  [...knowledge.products.values()].map((p) => ({ id: p.id, names: [p.name, ...p.aliases] })),
);
