// What the ranker's index takes in memory: run by the bench in a process of its own, with the collector at hand.

import { buildRanker, type Entry } from '../src/knowledge/search/ranker.ts';
import { spread } from '../src/knowledge/search/spread.ts';
import { entriesOf, languageOf } from '../src/knowledge/search.ts';
import { knowledge } from '../test/support/knowledge.ts';
import { atMost } from './speed.ts';

const all = entriesOf(knowledge);
const used = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

function measured(entries: readonly Entry[]): string {
  const before = used();
  const began = performance.now();
  const ranker = buildRanker(entries, languageOf(knowledge));
  const builtMs = performance.now() - began;
  const after = used();
  ranker.rank('x');
  return `${Math.round((after - before) / 1e6)} MB, trained and built in ${Math.round(builtMs)} ms`;
}

const few = atMost(spread(all, 200), 16);
console.log(`of 200 cards × 16 ways: ${measured(few)}; of every way of every card: ${measured(all)}.`);
