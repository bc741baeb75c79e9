// Where the tests keep what the ranker learns: learnt once, before the first test, for all of them.
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/files/load.ts';

export const cacheFolder = join(import.meta.dirname, '../../node_modules/.cache/hoi-htx');

export default function setup(): void {
  loadKnowledge(join(import.meta.dirname, '../../knowledge'), cacheFolder).knowledge?.search.rank('chào');
}
