// The real knowledge for tests and benchmarks, with what the ranker learnt kept between runs.
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/files/load.ts';
import { cacheFolder } from './cache.ts';

export const knowledgeFolder = join(import.meta.dirname, '../../knowledge');
export const loaded = loadKnowledge(knowledgeFolder, cacheFolder);
if (!loaded.knowledge)
  throw new Error(`knowledge does not load: ${JSON.stringify(loaded.problems.slice(0, 5))}`);
export const knowledge = loaded.knowledge;
export const today = '2026-11-23';
