// The real knowledge for every bench, with what the ranker learnt kept between runs.
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/files/load.ts';
import { cacheFolder } from '../test/support/cache.ts';

const loaded = loadKnowledge(join(import.meta.dirname, '../knowledge'), cacheFolder).knowledge;
if (!loaded) throw new Error('the knowledge has mistakes: run npm run knowledge:check');
export const knowledge = loaded;
