// Every knowledge folder the program must serve alike: the real one and a tiny one of a province that does not exist.
import { join } from 'node:path';
import { loadKnowledge, readSources } from '../../src/knowledge/files/load.ts';
import { cacheFolder } from './cache.ts';

export type Pack = ReturnType<typeof pack>;

export const real = pack('knowledge');
export const invented = pack('test/pack');
export const packs = [real, invented];

function pack(name: string) {
  const folder = join(import.meta.dirname, '../..', name);
  const sources = readSources(folder);
  const assembled = loadKnowledge(folder, cacheFolder);
  const { knowledge } = assembled;
  if (!knowledge) throw new Error(`${name} does not load: ${JSON.stringify(assembled.problems.slice(0, 5))}`);
  const published = [...knowledge.cards.values()].filter((c) => c.status === 'published');
  return { name, folder, sources, assembled, knowledge, published };
}
