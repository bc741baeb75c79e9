// Starts the programs under test, and the load generator, as processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../test/support/free-port.ts';
import { Job, Result } from './job.ts';
import { type Use, useOf } from './use.ts';

export const secret = 'bench-secret-0123456789';
const root = join(import.meta.dirname, '../..');
export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'hoi-htx-load-'));

export type Program = {
  port: number;
  pid: number;
  /** From spawning to the first good answer. */
  startedMs: number;
  use: () => Use;
  stop: () => Promise<void>;
};
type Start = { file: string; args?: string[]; env?: Record<string, string>; flags?: string[]; isUp: string };

export async function start(port: number, how: Start): Promise<Program> {
  const began = performance.now();
  const child = spawn(process.execPath, [...(how.flags ?? []), how.file, ...(how.args ?? [])], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...how.env },
  });
  while (!(await isUp(`http://127.0.0.1:${port}${how.isUp}`))) {
    if (child.exitCode !== null) throw new Error(`${how.file} ended at its start`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const startedMs = performance.now() - began;
  const pid = child.pid ?? 0;
  return { port, pid, startedMs, use: () => useOf(pid), stop: () => stop(child) };
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

function stop(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(hard);
      done();
    });
    child.kill('SIGTERM');
  });
}

export async function startPlatform(delayMs: number): Promise<Program> {
  const port = await freePort();
  return start(port, { file: 'bench/load/platform.ts', args: [String(port), String(delayMs)], isUp: '/' });
}

export async function startBare(): Promise<Program> {
  const port = await freePort();
  return start(port, { file: 'bench/load/bare.ts', args: [String(port)], isUp: '/' });
}

export async function startPlainBot(): Promise<Program> {
  const port = await freePort();
  const folder = scratchFolder();
  const args = [String(port), join(folder, 'plain.db'), secret, 'knowledge'];
  const program = await start(port, { file: 'bench/load/plain-bot.ts', args, isUp: '/' });
  return { ...program, stop: () => program.stop().then(() => rmSync(folder, { recursive: true })) };
}

/** The real program, as `npm start` runs it; a SQLite file of its own unless a database is named. */
export async function startOurs(platform: Program, databaseUrl?: string): Promise<Program> {
  const port = await freePort();
  const folder = scratchFolder();
  const api = `http://127.0.0.1:${platform.port}`;
  const program = await start(port, {
    file: 'src/main.ts',
    isUp: '/health',
    flags: (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean),
    env: {
      PORT: String(port),
      LOG_LEVEL: 'warn',
      DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'load.db')}`,
      DATA_DIR: folder,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      TELEGRAM_BOT_TOKEN: '1:bench',
      TELEGRAM_API_ROOT: api,
      TELEGRAM_WEBHOOK_SECRET: secret,
      ZALO_BOT_TOKEN: '1:bench',
      ZALO_BOT_API_ROOT: api,
      ZALO_BOT_WEBHOOK_SECRET: secret,
    },
  });
  return { ...program, stop: () => program.stop().then(() => rmSync(folder, { recursive: true })) };
}

/** Runs the load generator beside the programs and reads its result. */
export function generate(job: Job): Promise<Result> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['bench/load/generator.ts', JSON.stringify(Job.parse(job))], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    child.once('exit', (code) =>
      code === 0 ? done(Result.parse(JSON.parse(output))) : fail(new Error('the load generator failed')),
    );
  });
}
