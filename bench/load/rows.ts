// What is measured in each round: the bare endpoint, the plain bot, then ours on SQLite and as three processes on PostgreSQL.

import { postgresServer } from '../../test/support/postgres.ts';
import type { Job, Result } from './job.ts';
import {
  generate,
  type Program,
  secret,
  startBare,
  startOurs,
  startPlainBot,
  startPlatform,
} from './programs.ts';

export type Row = { name: string; result: Result; rssMb: number; startedMs: number };
export type Round = { seconds: number; warmUpSeconds: number; postgres: boolean };

/** A call to Zalo or Telegram over the internet takes about this long. */
const farMs = 200;
let from = 1;

async function measure(
  name: string,
  programs: readonly Program[],
  round: Round,
  job: Pick<Job, 'body' | 'talk' | 'people'> & { rate?: number },
): Promise<Row> {
  const { seconds, warmUpSeconds } = round;
  from += 10_000_000;
  const ports = programs.map((p) => p.port);
  const pids = programs.map((p) => p.pid);
  const result = await generate({ ...job, ports, pids, secret, from, seconds, warmUpSeconds });
  console.log(`  ${name}: ${Math.round(result.perSecond)}/s, p99 ${result.p99.toFixed(1)} ms`);
  return {
    name,
    result,
    rssMb: programs.reduce((sum, p) => sum + p.use().rssMb, 0),
    startedMs: Math.max(...programs.map((p) => p.startedMs)),
  };
}

/** Starts, measures, stops; each row has fresh processes and a fresh database. */
async function on(start: () => Promise<Program>, work: (p: Program) => Promise<Row[]>): Promise<Row[]> {
  const program = await start();
  try {
    return await work(program);
  } finally {
    await program.stop();
  }
}

export async function oneRound(round: Round): Promise<Row[]> {
  const rows: Row[] = [];
  const many = { people: 64 };
  rows.push(
    ...(await on(startBare, async (p) => [
      await measure('bare Hono endpoint', [p], round, { ...many, body: 'zalo-bot', talk: 'questions' }),
    ])),
    ...(await on(startPlainBot, async (p) => [
      // So few at once because each question takes it so long that grammY's ten seconds would run out.
      await measure('plain bot, questions', [p], round, { people: 3, body: 'telegram', talk: 'questions' }),
      await measure('plain bot, register', [p], round, { ...many, body: 'telegram', talk: 'register' }),
    ])),
  );
  const platform = await startPlatform(farMs);
  const near = await startPlatform(0);
  try {
    for (const talk of ['questions', 'register'] as const) {
      const job = { ...many, body: 'zalo-bot', talk } as const;
      rows.push(
        ...(await on(
          () => startOurs(platform),
          async (p) => {
            const fast = await measure(`Hỏi HTX, ${talk}`, [p], round, job);
            const rate = Math.max(1, Math.round(fast.result.perSecond * 0.75));
            const steady = { ...job, people: 256, rate };
            return [fast, await measure(`Hỏi HTX, ${talk}, at three quarters of that`, [p], round, steady)];
          },
        )),
        ...(await on(
          () => startOurs(platform),
          async (p) => [
            await measure(`Hỏi HTX, ${talk}, Telegram's webhook`, [p], round, { ...job, body: 'telegram' }),
          ],
        )),
        ...(await on(
          () => startOurs(near),
          async (p) => [await measure(`Hỏi HTX, ${talk}, sending as fast as it can`, [p], round, job)],
        )),
      );
    }
    if (round.postgres) rows.push(...(await threeProcesses(platform, round)));
  } finally {
    await Promise.all([platform.stop(), near.stop()]);
  }
  return rows;
}

async function threeProcesses(platform: Program, round: Round): Promise<Row[]> {
  const server = await postgresServer();
  const programs: Program[] = [];
  try {
    for (let i = 0; i < 3; i++) programs.push(await startOurs(platform, `${server.url}/postgres`));
    const rows: Row[] = [];
    for (const talk of ['questions', 'register'] as const)
      rows.push(
        await measure(`Hỏi HTX × 3 on PostgreSQL, ${talk}`, programs, round, {
          body: 'zalo-bot',
          talk,
          people: 64,
        }),
      );
    return rows;
  } finally {
    await Promise.all(programs.map((p) => p.stop()));
    await server.remove();
  }
}
