// Chooses the bands' thresholds on the tuning part: as much answered right as can be, a wrong sure answer costing eight right ones.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Thresholds, thresholds } from '../src/conversation/understand/thresholds.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { judge } from './judge.ts';
import type { Labelled } from './labelled.ts';
import { randomOf } from './noise.ts';

const rounds = 45;
/** Too few messages show what these cost: distress missed, a cue taken for something else, a guess that is believed. */
const byHand: readonly (keyof Thresholds)[] = ['urgent', 'cue', 'likely', 'lead'];

export function tuneBands(knowledge: Knowledge, items: readonly Labelled[], day: string): void {
  const random = randomOf(7);
  const score = (tried: Thresholds): number => {
    Object.assign(thresholds, tried);
    return items.reduce((sum, item) => {
      const r = judge(knowledge, item, day);
      const small = item.kind === 'urgent' ? 3 : 1;
      return (
        sum +
        small * (r.right ? 1 : 0) +
        (r.first ? 0.3 : 0) -
        (r.wrongAndSure ? 8 : 0) -
        (r.wrongGuess ? 2.5 : 0) -
        (r.refused ? 0.5 : 0)
      );
    }, 0);
  };
  let best: Thresholds = { ...thresholds };
  let most = score(best);
  for (let i = 0; i < rounds; i++) {
    const tried = { ...best };
    for (let k = 0; k < 2; k++) {
      const names = (Object.keys(tried) as (keyof Thresholds)[]).filter((name) => !byHand.includes(name));
      const name = names[Math.floor(random() * names.length)] as keyof Thresholds;
      tried[name] = Math.min(1, Number((tried[name] * Math.exp((random() - 0.5) * 0.7)).toFixed(3)));
    }
    const got = score(tried);
    if (got > most) {
      best = tried;
      most = got;
      console.log(`${i}: ${most.toFixed(1)} of ${items.length} ${JSON.stringify(best)}`);
    }
  }
  Object.assign(thresholds, best);
  write(best, items.length, most);
}

function write(bands: Thresholds, n: number, score: number): void {
  const src = join(import.meta.dirname, '../src');
  const rows = Object.entries(bands).map(([name, value]) => `  ${name}: ${value},`);
  writeFileSync(
    join(src, 'conversation/understand/thresholds.ts'),
    `// Where the bands lie on the ranker's [0,1] scale; written by \`npm run eval -- --tune\` from the tuning part of the labelled questions, but for "urgent", "cue", "likely" and "lead", set by hand.
// ${new Date().toISOString().slice(0, 10)}: ${n} messages, score ${score.toFixed(1)}.
export type Thresholds = Record<
  'sure' | 'margin' | 'likely' | 'lead' | 'close' | 'cue' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
${rows.join('\n')}
};
`,
  );
}
