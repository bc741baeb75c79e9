// npm run bench:load — webhook to committed reply under load, beside a bare endpoint and a plain bot in the same run; ends by itself.
// -- --quick: one short round, nothing written. -- --rounds 3 --seconds 8. -- --memory 500000: only the long run for memory.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { memoryRun } from './load/memory.ts';
import { headLines, loadLines, memoryLines } from './load/report.ts';
import { oneRound, type Row } from './load/rows.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    memory: { type: 'string' },
  },
});
const folder = join(import.meta.dirname, 'results');
const write = (file: string, lines: readonly string[]): void => {
  console.log(`\n${lines.join('\n')}`);
  if (values.quick) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
};

if (values.memory !== undefined) {
  const head = headLines('Memory over a long run');
  const samples = await memoryRun(Number(values.memory));
  write('load-memory.md', [...head, ...memoryLines(samples)]);
} else {
  const rounds: Row[][] = [];
  const head = headLines('Webhook to committed reply');
  const count = values.quick ? 1 : Number(values.rounds);
  for (let i = 0; i < count; i++) {
    console.log(`round ${i + 1} of ${count}`);
    rounds.push(
      await oneRound({
        seconds: values.quick ? 3 : Number(values.seconds),
        warmUpSeconds: values.quick ? 1 : 3,
        postgres: !values.quick,
      }),
    );
  }
  write('load.md', [...head, ...loadLines(rounds)]);
}
