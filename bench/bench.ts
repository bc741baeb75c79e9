// npm run bench — recall and speed beside the engines people would otherwise use, in one run; the table goes to bench/results/.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { spread } from '../src/knowledge/search/spread.ts';
import { entriesOf, languageOf } from '../src/knowledge/search.ts';
import { knowledge } from '../test/support/knowledge.ts';
import { articlesOf, type Recall, recallOf } from './accuracy.ts';
import { published } from './h4/h4.ts';
import { type Paired, paired } from './paired.ts';
import { ours, peers } from './peers.ts';
import { picture } from './picture.ts';
import { absent, present, publicLanguage } from './public-sets.ts';
import { atMost, enlarged, questionsOf, type Speed, speedOf } from './speed.ts';

const folder = join(import.meta.dirname, 'results');
const quick = process.argv.includes('--quick');
/** `-- --times 1,10`: how many times the cards the speed is measured at; 100 takes long and much memory. */
const asked = /--times[ =]([\d,]+)/.exec(process.argv.join(' '))?.[1];
const times = (asked ?? (quick ? '1' : '1,10,100')).split(',').map(Number);
const waysEach = 16;
const all = [ours(languageOf(knowledge)), ...peers];
const onPublicSets = [ours(publicLanguage), ...peers];
const out: string[] = [];
const print = (line = ''): void => {
  console.log(line);
  out.push(line);
};

const version = (name: string): string =>
  (
    JSON.parse(readFileSync(join(import.meta.dirname, '../node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;
print(`# Benchmark, ${new Date().toISOString().slice(0, 10)}`);
print();
print(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.versions.node}.`,
);
print(
  ['fuse.js', 'minisearch', 'lunr', '@orama/orama', 'flexsearch', '@nlpjs/nlu', 'better-sqlite3']
    .map((n) => `${n} ${version(n)}`)
    .join(', '),
);

/** nlp.js and H4 train for hours on whole articles, fuse.js looks for seconds at each question. */
const tooSlowForArticles = new Set(['nlp.js', 'H4', 'fuse.js']);
const recall: Recall[] = [];
if (present) {
  print('\n## Right entry first, % (no marks / hard typing), every engine on the same questions\n');
  print('Hỏi HTX is asked without the rings of its own cards, which hold the words of cooperatives.');
  print(`H4 is built again from its description, which gives it, with noise of its own, ${published}.\n`);
  print('| engine | DVC | IUH | DVC in three | IUH in three | ALQAC articles |');
  print('| --- | --- | --- | --- | --- | --- |');
  for (const peer of onPublicSets) {
    const dvc = await recallOf(peer, 'dvc');
    const iuh = await recallOf(peer, 'iuh');
    recall.push(dvc, iuh);
    const law = quick || tooSlowForArticles.has(peer.name) ? undefined : await articlesOf(peer);
    print(
      `| ${peer.name} | ${dvc.noMarks} / ${dvc.hard} | ${iuh.noMarks} / ${iuh.hard} | ${dvc.threeNoMarks} | ${iuh.threeNoMarks} | ${law ? law.first : '–'} |`,
    );
  }
  print(
    `\nDVC n=680, IUH n=782, ALQAC 2023 human questions n=210. One standard error: about 1.5, 1.1 and 2.9 points.`,
  );
  print('\n### Ahead by more than chance?\n');
  print(
    'Questions only Hỏi HTX has right – only the other, and how likely such a difference is by chance.\n',
  );
  print('| engine | DVC, no marks | DVC, hard | IUH, no marks | IUH, hard | both, no marks | both, hard |');
  print('| --- | --- | --- | --- | --- | --- | --- |');
  const found = (engine: string, kind: keyof Recall['found'], set?: string): boolean[] =>
    recall
      .filter((r) => r.engine === engine && (set === undefined || r.set === set))
      .flatMap((r) => r.found[kind]);
  for (const { name } of peers) {
    const against = ['dvc', 'iuh', undefined].flatMap((set) =>
      (['nodia', 'hard'] as const).map((kind) =>
        told(paired(found('Hỏi HTX', kind, set), found(name, kind, set))),
      ),
    );
    print(`| ${[name, ...against].join(' | ')} |`);
  }
} else print(`\n${absent}`);

print('\n## Time per question, ms (half without marks, half hard typing)\n');
print('| engine | strings | build ms | p50 | p99 | questions/s |');
print('| --- | --- | --- | --- | --- | --- |');
const every = entriesOf(knowledge);
const base = atMost(every, waysEach);
const speeds: Speed[] = [];
/** The size the goals of speed name. */
const goal = atMost(spread(every, 200), waysEach);
const sizes = [
  { name: `200 cards × ${waysEach} ways`, times: 1, entries: () => goal },
  ...times.map((n) => ({
    name: `${n} × ${waysEach} ways a card`,
    times: n,
    entries: () => enlarged(base, n),
  })),
  { name: 'every way of every card', times: 1, entries: () => every },
];
for (const size of sizes) {
  const entries = size.entries();
  const strings = entries.reduce((n, e) => n + e.asks.length, 0);
  print(`| **${size.name}** | ${strings} | | | | |`);
  for (const peer of all) {
    if (strings > (peer.atMost ?? Number.POSITIVE_INFINITY)) continue;
    const speed = await speedOf(peer, entries, questionsOf(entries, 4000));
    speeds.push(speed);
    print(
      `| ${speed.engine} | ${speed.strings} | ${speed.buildMs} | ${speed.p50.toFixed(3)} | ${speed.p99.toFixed(3)} | ${speed.perSecond} |`,
    );
  }
}
const index = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'index-memory.ts')]);
print(`\nThe index, in a process of its own, ${String(index.stdout).trim()}`);
print(`\nPeak memory of the whole run: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);

function told({ won, lost, chance }: Paired): string {
  return `${won} – ${lost} (${chance < 0.001 ? '< .001' : chance.toFixed(3).slice(1)})`;
}

mkdirSync(folder, { recursive: true });
if (!quick) {
  writeFileSync(join(folder, 'latest.md'), `${out.join('\n')}\n`);
  if (recall.length > 0) writeFileSync(join(folder, 'recall.svg'), picture(recall, speeds));
  console.log(`\nWritten to ${folder}.`);
}
