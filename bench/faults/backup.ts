// The machine is lost and only a copy made under load is left: what was acknowledged before the copy began is in it, once and in order, and it starts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../test/support/command.ts';
import { keptOfTalk, runProgram, stopCleanly, turnsEach } from '../../test/support/process.ts';
import { untilTaken } from '../../test/support/until-taken.ts';
import type { Fault } from './group.ts';
import { type Load, newPerson } from './load.ts';
import type { OneProcess } from './one-process.ts';
import { leadsIn, nameOf, nothing, type Outcome, sum, turnsIn } from './outcome.ts';
import { dataKey, say } from './people.ts';

const env = { DATA_KEY: dataKey };

async function run(file: string, copy: string, more: Record<string, string>): Promise<void> {
  const { code, output } = await command(file, copy, { ...env, ...more });
  if (code !== 0) throw new Error(`${file}: ${output.slice(-200)}`);
}

export function backup(): Fault<OneProcess> {
  const outcomes: Outcome[] = [];
  let recoveredAt = 0;
  return {
    name: 'SQLite: copied under load, put back elsewhere, started',
    async strike({ scene, folder }, load, trial) {
      const copy = join(folder, `copy-${trial}.db`);
      const fresh = join(folder, `fresh-${trial}`);
      const at = { DATABASE_URL: `sqlite:${join(fresh, 'bench.db')}`, DATA_DIR: fresh };
      mkdirSync(fresh);
      const before = performance.now();
      await run('src/cli/backup.ts', copy, { DATABASE_URL: scene.url, DATA_DIR: folder });

      const from = performance.now();
      await run('src/cli/restore.ts', copy, at);
      outcomes.push(await inCopy(at.DATABASE_URL, load, before));
      const restored = await runProgram({ ...env, ...at });
      await untilTaken(() => say('web', restored.port, newPerson('web').i, 0));
      recoveredAt = performance.now();
      await stopCleanly(restored);
      return from;
    },
    back: async () => recoveredAt,
    alsoFound: () => sum(outcomes),
  };
}

/** Each talk in the copy is the beginning of what was said, at least as far as it was acknowledged. */
async function inCopy(url: string, load: Load, before: number): Promise<Outcome> {
  const [turns, leads] = await Promise.all([turnsIn(url), leadsIn(url)]);
  return sum(
    load.people.map((person) => {
      const least = load.taken.filter((m) => m.i === person.i && m.takenAt <= before).length;
      const got = turns.get(nameOf(person)) ?? [];
      const count = leads.get(nameOf(person)) ?? 0;
      const inOrder = got.every((said, n) => said === keptOfTalk[n]);
      return {
        ...nothing,
        lost: Math.max(0, least - got.length) + (least === turnsEach && count === 0 ? 1 : 0),
        doubled: Math.max(0, count - 1),
        disorder: inOrder ? 0 : 1,
      };
    }),
  );
}
