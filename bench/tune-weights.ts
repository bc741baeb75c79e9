// npm run eval:weights — searches the weights that fuse the ranker's parts, one after another, on the tuning part and the public development set, and writes those that do better into weights.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Learned } from '../src/knowledge/search/learned.ts';
import { buildRanker, type Hit } from '../src/knowledge/search/ranker.ts';
import { type Weights, weights } from '../src/knowledge/search/weights.ts';
import { cueId, entriesOf, languageOf } from '../src/knowledge/search.ts';
import { knowledge } from '../test/support/knowledge.ts';
import { labelled } from './labelled.ts';
import { noisy, randomOf } from './noise.ts';
import { folds, present, publicLanguage } from './public-sets.ts';

/** Minutes, from the command line. */
const minutes = Number(process.argv[2] ?? 20);
/** Those that only fuse: what was learnt holds for any of their values. */
const fusing: readonly (keyof Weights)[] = [
  'embedding',
  'knownFrom',
  'knownBy',
  'trained',
  'words',
  'letters',
  'three',
  'entry',
  'text',
  'same',
  'marks',
  'sharpness',
  'agree',
  'contradict',
  'otherForm',
  'sameText',
  'otherText',
];
/** What a change must win to be kept, in questions. */
const least = 0.8;

const language = languageOf(knowledge);
const entries = entriesOf(knowledge);
const single = labelled().filter((i) => i.part === 'tuning' && i.q !== undefined && i.kind !== 'two');
const cards = single.filter((i) => i.want.length > 0);
const others = single.filter((i) => ['far', 'near', 'unsafe'].includes(i.kind));
const isCue = (hit: Hit | undefined): boolean => hit?.id.startsWith(cueId('')) ?? false;

let learned: Learned | undefined;
function scoreOf(w: Weights): number {
  const before = { find: () => learned, keep: (now: Learned) => (learned = now) };
  const ranker = buildRanker(entries, language, w, before);
  let sum = 0;
  for (const { q = '', want } of cards) {
    const hits = ranker.rank(q, 6);
    const right = hits.find((h) => want.includes(h.id))?.score ?? 0;
    const wrong = hits.find((h) => !want.includes(h.id))?.score ?? 0;
    const sure = Math.max(-1, Math.min(1, (right - wrong) / 0.4));
    sum += (right > wrong ? 1 : 0) + 0.3 * sure - (wrong - right > 0.4 && wrong > 0.85 ? 2 : 0);
  }
  for (const { q = '' } of others) {
    const [first] = ranker.rank(q, 1);
    sum += isCue(first) ? 1 : 1 - (first?.score ?? 0);
  }
  return sum + 0.5 * developed(w);
}

/** Right first on the public development set, without marks and with all noise. */
function developed(w: Weights): number {
  if (!present) return 0;
  let right = 0;
  for (const [f, fold] of folds('dev').entries()) {
    const ranker = buildRanker(fold.entries, publicLanguage, w);
    const random = randomOf(f + 7);
    for (const { q, want } of fold.questions)
      for (const kind of ['nodia', 'hard'] as const)
        if (ranker.rank(noisy(q, kind, random), 1)[0]?.id === want) right++;
  }
  return right;
}

const end = Date.now() + minutes * 60_000;
let best: Weights = { ...weights };
let most = scoreOf(best);
console.log(`${cards.length} card questions, ${others.length} others: ${most.toFixed(1)}`);
for (let by = 1.35; by > 1.05 && Date.now() < end; by = Math.sqrt(by)) {
  for (const name of fusing) {
    for (const factor of [by, 1 / by]) {
      if (Date.now() > end) break;
      const tried = { ...best, [name]: Number((best[name] * factor).toFixed(4)) };
      const score = scoreOf(tried);
      if (score < most + least) continue;
      best = tried;
      most = score;
      console.log(`${name} ${tried[name]}: ${most.toFixed(1)}`);
      write(name, tried[name]);
      break;
    }
  }
}

function write(name: string, value: number): void {
  const file = join(import.meta.dirname, '../src/knowledge/search/weights.ts');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(new RegExp(`^  ${name}: [\\d._]+,$`, 'm'), `  ${name}: ${value},`));
}
