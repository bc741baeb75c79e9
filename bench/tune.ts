// Scores a set of weights on the public sets: `node bench/tune.ts dev`, optionally with `name=value` to try.

import { buildRanker } from '../src/knowledge/search/ranker.ts';
import { weights } from '../src/knowledge/search/weights.ts';
import { noisy, randomOf } from './noise.ts';
import { absent, folds, present, publicLanguage } from './public-sets.ts';

if (!present) {
  console.error(absent);
  process.exit(1);
}
const sets = (process.argv[2] ?? 'dev').split(',') as ('dev' | 'dvc' | 'iuh')[];
const tried = { ...weights };
for (const arg of process.argv.slice(3)) {
  const [name, value] = arg.split('=');
  (tried as Record<string, number>)[name ?? ''] = Number(value);
}
for (const set of sets) {
  const right = { nodia: 0, hard: 0 };
  let asked = 0;
  let built = 0;
  for (const [f, fold] of folds(set).entries()) {
    const start = performance.now();
    const ranker = buildRanker(fold.entries, publicLanguage, tried);
    built += performance.now() - start;
    const random = randomOf(f + 7);
    for (const { q, want } of fold.questions) {
      asked++;
      for (const kind of ['nodia', 'hard'] as const) {
        const top = ranker.rank(noisy(q, kind, random), 1)[0];
        if (top?.id === want) right[kind]++;
      }
    }
  }
  const share = (n: number): string => ((100 * n) / asked).toFixed(1);
  console.log(
    `${set}: n=${asked} nodia ${share(right.nodia)} hard ${share(right.hard)} build ${(built / 4).toFixed(0)} ms`,
  );
}
