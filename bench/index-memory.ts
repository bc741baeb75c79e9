// What the ranker's index takes in memory: run by the bench in a process of its own, with the collector at hand.

import { buildRanker } from '../src/knowledge/search/ranker.ts';
import { entriesOf, languageOf } from '../src/knowledge/search.ts';
import { knowledge } from '../test/support/knowledge.ts';

const entries = entriesOf(knowledge);
const used = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = used();
const began = performance.now();
const ranker = buildRanker(entries, languageOf(knowledge));
const builtMs = performance.now() - began;
const after = used();
ranker.rank('x');
console.log(`${Math.round((after - before) / 1e6)} MB, trained and built in ${Math.round(builtMs)} ms.`);
