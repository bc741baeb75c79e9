// Tries each fault of a group several times under load, then counts what became of every message.
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Group, Place } from './group.ts';
import { type Load, type Person, startLoad } from './load.ts';
import { nothing, type Outcome, outcomeOf, sum } from './outcome.ts';

export type Row = {
  name: string;
  messages: number;
  outcome: Outcome;
  /** One for each time it was tried. */
  recoveriesMs: number[];
  /** The longest any person waited until a message was taken, repeats and all. */
  longestWaitMs: number;
  /** Why it was not tried here. */
  notTried?: string;
  /** What went wrong with the trial itself, such as a program that did not come back. */
  failed?: string;
};

/** Messages taken before a fault, and after it. */
const around = 60;

export async function tryGroup<P extends Place>(
  group: Group<P>,
  chosen: (name: string) => boolean,
  times: number,
): Promise<Row[]> {
  const faults = group.faults.filter((f) => chosen(f.name));
  const rows = faults.map(({ name }) => emptyRow(name));
  if (faults.length === 0) return rows;
  console.log(`making ready for ${faults.length} faults: ${faults[0]?.name}, …`);
  const place = await group.prepare().catch((error: unknown) => ({ failed: wordsOf(error) }));
  if (typeof place === 'string') {
    console.log(`  NOT TRIED HERE: ${place}`);
    return rows.map((row) => ({ ...row, notTried: place }));
  }
  if ('failed' in place) return rows.map((row) => ({ ...row, ...place }));
  try {
    const people = new Map<Row, Person[]>();
    for (const [n, fault] of faults.entries()) {
      const row = rows[n] as Row;
      people.set(row, []);
      for (let trial = 0; trial < times && row.failed === undefined; trial++)
        await tryOnce({ fault, place, trial, row, people: people.get(row) ?? [] });
    }
    await place.scene.settle();
    for (const [n, fault] of faults.entries()) {
      const row = rows[n] as Row;
      const found = await outcomeOf(place.scene, people.get(row) ?? [], fault.sendsMayRepeat ?? false);
      row.outcome = sum([found, fault.alsoFound?.() ?? nothing]);
    }
  } catch (error) {
    for (const row of rows) row.failed ??= wordsOf(error);
  } finally {
    await place.close();
  }
  for (const { name, failed } of rows) if (failed !== undefined) console.log(`  FAILED: ${name}: ${failed}`);
  return rows;
}

const emptyRow = (name: string): Row => ({
  name,
  messages: 0,
  outcome: nothing,
  recoveriesMs: [],
  longestWaitMs: 0,
});
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

type Trial<P> = { fault: Fault<P>; place: P; trial: number; row: Row; people: Person[] };

async function tryOnce<P extends Place>({ fault, place, trial, row, people }: Trial<P>): Promise<void> {
  if (fault.calmFirst) await place.scene.settle();
  const load = startLoad(place.scene.port);
  try {
    await load.more(around);
    await wait(Math.random() * 400);
    const from = await fault.strike(place, load, trial);
    const back = fault.back ? await fault.back(place) : await firstTaken(load, from, fault.crash ?? false);
    await load.more(around);
    row.recoveriesMs.push(back - from);
  } catch (error) {
    row.failed = wordsOf(error);
  }
  await load.stop().catch((error: unknown) => {
    row.failed ??= wordsOf(error);
  });
  people.push(...load.people);
  row.messages += load.taken.length;
  row.longestWaitMs = Math.max(row.longestWaitMs, ...load.taken.map((m) => m.takenAt - m.begunAt));
  console.log(
    `  ${fault.name}, ${trial + 1}: ${load.taken.length} messages, back after ${Math.round(row.recoveriesMs.at(-1) ?? Number.NaN)} ms`,
  );
}

/** What was on its way when a process died may still be acknowledged from its last bytes: begun after it counts. */
async function firstTaken(load: Load, from: number, afresh: boolean): Promise<number> {
  for (;;) {
    const first = load.taken.find((m) => m.takenAt >= from && (!afresh || m.triedAt >= from));
    if (first) return first.takenAt;
    await load.more(1);
  }
}
