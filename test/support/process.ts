// The real program as a child process: started, asked over HTTP, killed, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { freePort } from './free-port.ts';
import { untilTaken } from './until-taken.ts';

export { freePort } from './free-port.ts';

const root = join(import.meta.dirname, '../..');

export type Running = {
  port: number;
  pid: () => number;
  /** Resolves when it has ended, with its exit code; null after SIGKILL. */
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  start: () => Promise<void>;
  output: () => string;
};

/** Started when this returns; `env` as the program reads it. */
export async function runProgram(env: Record<string, string>): Promise<Running> {
  const port = await freePort();
  let child: ChildProcess;
  let output = '';
  async function start(): Promise<void> {
    child = spawn(process.execPath, ['src/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LOG_LEVEL: 'warn',
        TRUST_PROXY: '1',
        DRAIN_SECONDS: '0',
        CACHE_DIR: cacheFolder,
        ...env,
        PORT: String(port),
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
    for (let i = 0; i < 1200; i++) {
      const up = await fetch(`http://127.0.0.1:${port}/health`).then(
        (r) => r.ok,
        () => false,
      );
      if (up) return;
      if (child.exitCode !== null) throw new Error(`the program ended: ${output.slice(-400)}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
    throw new Error(`the program did not start: ${output.slice(-400)}`);
  }
  await start();
  return {
    port,
    start,
    output: () => output,
    pid: () => child.pid ?? 0,
    kill: (signal) =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done(child.exitCode);
        child.once('exit', done);
        child.kill(signal);
      }),
  };
}

export async function stopCleanly(program: Running): Promise<void> {
  const code = await program.kill('SIGTERM');
  if (code !== 0) throw new Error(`the program ended with code ${code}`);
}

const lines = [
  'đăng ký lập nhóm',
  'tht',
  'phường Yên Bái',
  'chè',
  '4',
  'đồng ý',
  'NAME',
  'PHONE',
  'tối',
  'gửi đi',
];
export const turnsEach = lines.length;

export type Posted = { id: string; text?: string; choose?: string };

/** The status of one try; 0 when there was no answer. */
export function postOnce(port: number, person: string, message: Posted): Promise<number> {
  const body = new URLSearchParams(Object.entries(message).filter(([, v]) => v !== undefined));
  return fetch(`http://127.0.0.1:${port}/chat`, {
    method: 'POST',
    redirect: 'manual',
    body,
    signal: AbortSignal.timeout(20_000),
    headers: { cookie: `hoi_htx=${person}`, 'x-forwarded-for': person },
  }).then(
    (r) => r.status,
    () => 0,
  );
}

/** Posts one message until it is taken, with the same id each time, as a browser does; returns how often it had to repeat. */
export async function post(ports: () => number, person: string, message: Posted): Promise<number> {
  return (await untilTaken(() => postOnce(ports(), person, message))).repeats;
}

export const personName = (i: number): string => `person-${String(i).padStart(16, '0')}`;
export const messageId = (i: number, n: number): string =>
  `talk-${String(i).padStart(5, '0')}-message-${String(n).padStart(3, '0')}`;
/** The names that people give, wherever they are repeated to them. */
export const namesSaid = /Trần Văn [A-J]\b/g;
/** What person `i` says to register, first to last. */
export const spokenBy = (i: number): string[] =>
  lines.map((line) =>
    line === 'NAME' ? `Trần Văn ${'ABCDEFGHIJ'[i % 10]}` : line === 'PHONE' ? `09${10_000_000 + i}` : line,
  );
/** The same as the database keeps it. */
export const keptOfTalk = lines.map((line) => (line === 'NAME' ? '[tên]' : line === 'PHONE' ? '[số]' : line));

/** One person registers from the first word to the last; `ports` names a process for each message. */
export async function register(ports: () => number, i: number): Promise<number> {
  let repeats = 0;
  for (const [n, text] of spokenBy(i).entries())
    repeats += await post(ports, personName(i), { id: messageId(i, n), text });
  return repeats;
}

/** `count` people, `atOnce` at a time. */
export async function burst(ports: () => number, count: number, atOnce: number): Promise<number> {
  const queue = Array.from({ length: count }, (_, i) => i);
  let repeats = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let i = queue.shift(); i !== undefined; i = queue.shift()) repeats += await register(ports, i);
    }),
  );
  return repeats;
}
