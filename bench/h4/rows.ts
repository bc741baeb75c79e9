// node bench/h4/rows.ts [set …] — each stage of H4 beside what the study published of it, to see that the parts are right.
import { recallOf } from '../accuracy.ts';
import { absent, present } from '../public-sets.ts';
import { buildH4, h4, type Settings } from './h4.ts';

const none = { words: 0, letters: 0, entry: 0, mixed: 0, syllables: 0 };
const plain: Settings = { ...h4, ...none, normalised: false, answer: false };
const one: Settings = { ...h4, mixed: 0, syllables: 0, entry: 0, answer: false };
const two: Settings = { ...one, entry: h4.entry };

/** R@1 without marks / hard, as the study has it. */
const stages: { name: string; settings: Settings; dvc: string; iuh: string }[] = [
  {
    name: 'BM25 of syllables',
    settings: { ...plain, words: 1, bm25: { ...h4.bm25, pairs: 0 } },
    dvc: '75.4 / 54.1',
    iuh: '80.8 / 68.0',
  },
  {
    name: 'BM25 with pairs',
    settings: { ...plain, words: 1 },
    dvc: '75.1 / 54.9',
    iuh: '77.1 / 65.7',
  },
  {
    name: 'pieces of characters',
    settings: { ...plain, letters: 1 },
    dvc: '77.6 / 67.1',
    iuh: '77.0 / 72.4',
  },
  {
    name: 'both, not normalised',
    settings: { ...one, normalised: false },
    dvc: '77.2 / 65.6',
    iuh: '77.2 / 71.4',
  },
  { name: 'H1', settings: one, dvc: '78.1 / 72.1', iuh: '79.3 / 77.6' },
  { name: 'H2', settings: two, dvc: '80.1 / 74.0', iuh: '88.4 / 84.1' },
  {
    name: 'first classifier alone',
    settings: { ...plain, mixed: 1 },
    dvc: '79.9 / 71.3',
    iuh: '89.4 / 81.1',
  },
  { name: 'H3', settings: { ...two, mixed: h4.mixed }, dvc: '81.2 / 74.6', iuh: '90.3 / 86.7' },
  { name: 'H4', settings: h4, dvc: '82.9 / 76.8', iuh: '90.9 / 87.0' },
];

if (!present) throw new Error(absent);
const named = process.argv.slice(2).filter((name) => name === 'dvc' || name === 'iuh' || name === 'dev');
for (const set of named.length > 0 ? named : (['dvc', 'iuh'] as const)) {
  console.log(`\n| ${set} | published | built again |\n| --- | --- | --- |`);
  for (const stage of stages) {
    const peer = {
      name: stage.name,
      build: (entries: Parameters<typeof buildH4>[0]) => buildH4(entries, stage.settings),
    };
    const { noMarks, hard } = await recallOf(peer, set);
    console.log(`| ${stage.name} | ${set === 'dev' ? '–' : stage[set]} | ${noMarks} / ${hard} |`);
  }
}
