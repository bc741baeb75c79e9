// npm run eval — how often the bot finds the right card for messages its curators never saw, by kind, tuning part and set-aside part apart.

import { linesAsked } from '../src/conversation/understand/line-asked/index.ts';
import { knowledge } from '../test/support/knowledge.ts';
import { judge, type Result } from './judge.ts';
import { labelled } from './labelled.ts';
import { labelledLines } from './labelled-lines.ts';
import { overlapOf } from './overlap.ts';
import { secondReader } from './second-reader.ts';
import { tuneBands } from './tune-bands.ts';

const day = '2026-11-24';
const showErrors = process.argv.includes('--errors');
const floors = process.argv.includes('--floors');

const all = labelled();
const overlap = overlapOf(knowledge);
const found = new Map(all.map((i) => [i, i.q === undefined ? undefined : overlap(i.q)]));
const dropped = new Set(all.filter((i) => found.get(i) !== undefined));
const overlapping = (kind: string): number => [...found.values()].filter((f) => f === kind).length;
const unknown = all.filter((i) => i.want.some((id) => !knowledge.cards.has(id)));
for (const i of unknown) console.error(`${i.file}:${i.line}: no card “${i.want.join(', ')}”`);
const good = all.filter((i) => !dropped.has(i) && !unknown.includes(i));
if (process.argv.includes('--tune'))
  tuneBands(
    knowledge,
    good.filter((i) => i.part === 'tuning'),
    day,
  );
const results = good.map((item) => judge(knowledge, item, day));
console.log(
  `${all.length} labelled, dropped: ${overlapping('exact')} with the same words as a card's phrasing, ${overlapping('near')} with nearly the same.`,
);
const second = secondReader(all);
console.log(
  `A second reader of ${second.read} card questions chose the same card for ${((100 * second.same) / second.read).toFixed(1)} %.`,
);

const share = (list: readonly Result[], test: (r: Result) => boolean): string =>
  list.length === 0 ? '–' : ((100 * list.filter(test).length) / list.length).toFixed(1);
const figures: Record<string, number> = {};

for (const part of ['tuning', 'aside'] as const) {
  const own = results.filter((r) => r.item.part === part);
  console.log(`\n${part === 'tuning' ? 'Tuning part' : 'Set-aside part'} (${own.length})`);
  console.log(
    'kind'.padEnd(12),
    'n'.padStart(5),
    'first',
    'in 3 ',
    'answered right',
    'refused',
    'wrong and sure',
    'wrong guess',
    'one too many',
  );
  const groups = new Map<string, Result[]>();
  for (const r of own) {
    for (const k of [r.item.kind, ...sumOf(r)]) groups.set(k, [...(groups.get(k) ?? []), r]);
  }
  for (const [kind, list] of [...groups].sort()) {
    console.log(
      kind.padEnd(12),
      String(list.length).padStart(5),
      share(list, (r) => r.first).padStart(5),
      share(list, (r) => r.three).padStart(5),
      share(list, (r) => r.right).padStart(9),
      share(list, (r) => r.refused).padStart(9),
      share(list, (r) => r.wrongAndSure).padStart(9),
      share(list, (r) => r.wrongGuess).padStart(9),
      share(list, (r) => r.oneTooMany).padStart(9),
    );
    figures[`${part} ${kind}`] = Number(share(list, (r) => r.first));
  }
  printConfused(own);
}

const lines = labelledLines(knowledge);
console.log(`\nLines of an answer that is asked into (${lines.stale} left out, their line rewritten)`);
for (const part of ['tuning', 'aside'] as const) {
  const read = lines.items
    .filter((i) => i.part === part && i.lines.length > 0)
    .map((i) => ({ wanted: i.lines, ...linesAsked(knowledge, i.card, i.q) }));
  const holds = (shown: readonly number[], wanted: readonly number[]): boolean =>
    shown.some((i) => wanted.includes(i));
  const of = (list: typeof read, test: (r: (typeof read)[number]) => boolean): number =>
    Number(((100 * list.filter(test).length) / list.length).toFixed(1));
  const sure = read.filter((r) => r.sure);
  const shown = read.reduce((sum, r) => sum + r.lines.length, 0) / read.length;
  figures[`${part} line`] = of(read, (r) => holds(r.lines.slice(0, 1), r.wanted));
  figures[`${part} lines`] = of(read, (r) => holds(r.lines, r.wanted));
  console.log(
    `${part}: ${read.length}, the first right ${figures[`${part} line`]}, among those shown (${shown.toFixed(1)}) ${figures[`${part} lines`]}; sure of ${sure.length}, of those right ${of(sure, (r) => holds(r.lines, r.wanted))}`,
  );
}

/** What is asked as unlike any known wording as can be, and whole talks, stand by themselves. */
function sumOf({ item }: Result): string[] {
  if (item.kind === 'unlike' || item.kind === 'new card' || item.kind.startsWith('talk')) return [];
  return [item.want.length > 0 ? 'ALL CARDS' : 'ALL OTHER'];
}

/** Which card was wanted and which came instead, what happened at least twice; no message is shown. */
function printConfused(own: readonly Result[]): void {
  const pairs = own
    .filter((r) => (r.item.want.length > 0 && !r.first) || r.wrongAndSure)
    .map((r) => `${r.item.want.join('+') || r.item.kind} → ${r.cards[0] ?? r.outcome}`);
  const times = new Map<string, number>();
  for (const pair of pairs) times.set(pair, (times.get(pair) ?? 0) + 1);
  const often = [...times].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]);
  console.log(
    `Confused ${pairs.length} times, more than once: ${often.map(([p, n]) => `${p} ${n}`).join(', ') || 'none'}.`,
  );
}

if (showErrors) {
  console.log('\nErrors of the tuning part:');
  for (const r of results.filter(
    (x) => x.item.part === 'tuning' && (!x.first || x.wrongAndSure || x.refused),
  )) {
    const ranked = knowledge.search.rank(r.item.q ?? r.item.dialog?.at(-1) ?? '', 3);
    console.log(
      `${r.item.kind} | ${r.item.q ?? r.item.dialog?.join(' ▸ ')} | want ${r.item.want.join(',') || r.item.outcome} | ${r.outcome} ${r.cards.join(',')} | ${ranked.map((h) => `${h.id} ${h.score.toFixed(2)}`).join(' ')}`,
    );
  }
}
if (floors) {
  const { floor } = await import('./floors.ts');
  const under = Object.entries(floor).filter(([name, least]) => (figures[name] ?? 0) < least);
  for (const [name, least] of under) console.error(`${name}: ${figures[name]} is under its floor ${least}`);
  if (under.length > 0) process.exitCode = 1;
}
