// npm run bench:faults — every fault the service must live through, tried several times under load: what was lost, what doubled, how soon it was back; ends with code 1 when a promise was broken.
// -- --times 5. -- --only 'kill|disk': only the faults so named, nothing written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clockFaults } from './faults/clock.ts';
import { fullDiskFaults, readOnlyFaults } from './faults/disk.ts';
import { networkFaults } from './faults/network.ts';
import { processFaults } from './faults/process.ts';
import { faultLines, isKept, rowLine } from './faults/report.ts';
import { severalFaults } from './faults/several.ts';
import { type Row, tryGroup } from './faults/try-group.ts';
import { headLines } from './load/report.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const times = Number(values.times);
const only = new RegExp(values.only ?? '', 'i');
const chosen = (name: string): boolean => only.test(name);

const head = headLines('Faults under load', 'every recovery here is too long');
const groups = [
  () => tryGroup(processFaults, chosen, times),
  () => tryGroup(fullDiskFaults, chosen, times),
  () => tryGroup(readOnlyFaults, chosen, times),
  () => tryGroup(clockFaults, chosen, times),
  () => tryGroup(networkFaults, chosen, times),
  () => tryGroup(severalFaults, chosen, times),
];
const rows: Row[] = [];
for (const group of groups) {
  const found = await group();
  for (const row of found) console.log(rowLine(row));
  rows.push(...found);
}

const lines = [...head, ...faultLines(rows)];
console.log(`\n${lines.join('\n')}`);
if (values.only === undefined) {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'faults.md'), `${lines.join('\n')}\n`);
}
const broken = rows.filter((row) => !isKept(row));
for (const { name } of broken) console.error(`promise broken: ${name}`);
process.exit(broken.length > 0 ? 1 : 0);
