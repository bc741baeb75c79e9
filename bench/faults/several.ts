// Faults of three processes on one PostgreSQL, people come by all of them in turn: one killed, one cut off, PostgreSQL stopped, crashed, its line hung.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { askDatabase } from '../../test/support/ask-database.ts';
import { type Network, networkTo } from '../../test/support/network.ts';
import { type PostgresServer, postgresServer } from '../../test/support/postgres.ts';
import { type Running, stopCleanly } from '../../test/support/process.ts';
import type { Fault, Group, Place } from './group.ts';
import { scratchFolder } from './one-process.ts';
import { openScene } from './scene.ts';

type Three = Place & {
  url: string;
  server: PostgresServer;
  /** Between the first process and PostgreSQL. */
  network: Network;
};

async function prepare(): Promise<Three> {
  const folder = scratchFolder();
  const server = await postgresServer();
  const url = `${server.url}/postgres`;
  const through = new URL(url);
  const network = await networkTo(Number(through.port));
  through.port = String(network.port);
  const remove = async (): Promise<void> => {
    await network.stop();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const scene = await openScene({ url, dataDir: folder, processes: [through.href, url, url] });
    const close = async (): Promise<void> => {
      await scene.close();
      await remove();
    };
    return { scene, url, server, network, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Another one at each trial. */
function oneOf({ scene }: Three, trial: number): Running {
  const one = scene.programs[trial % scene.programs.length];
  if (!one) throw new Error('no such process');
  return one;
}

const place = 'three processes, PostgreSQL';
const clients = "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

const faults: readonly Fault<Three>[] = [
  {
    name: `${place}: kill -9 of one, started again`,
    crash: true,
    sendsMayRepeat: true,
    async strike(three, _, trial) {
      const one = oneOf(three, trial);
      const from = performance.now();
      await one.kill('SIGKILL');
      await wait(2000);
      await one.start();
      return from;
    },
  },
  {
    name: `${place}: SIGTERM of one, started again`,
    async strike(three, _, trial) {
      const one = oneOf(three, trial);
      await stopCleanly(one);
      const from = performance.now();
      await one.start();
      return from;
    },
  },
  {
    name: `${place}: connections of one cut for 3 s`,
    async strike({ network }) {
      const end = performance.now() + 3000;
      while (performance.now() < end) {
        network.cut();
        await wait(50);
      }
      return performance.now();
    },
  },
  {
    name: `${place}: every connection ended by PostgreSQL`,
    async strike({ url }) {
      await askDatabase(url, `select pg_terminate_backend(pid) ${clients}`);
      return performance.now();
    },
  },
  {
    name: `${place}: PostgreSQL stopped for 2 s, started again`,
    async strike({ server }) {
      await server.stop();
      await wait(2000);
      await server.start();
      return performance.now();
    },
  },
  {
    name: `${place}: PostgreSQL crashes (kill -9 of one of its own processes), recovers by itself`,
    async strike({ url }) {
      const [backend] = await askDatabase<{ pid: number }>(url, `select pid ${clients} limit 1`);
      if (!backend) throw new Error('PostgreSQL has no clients');
      process.kill(backend.pid, 'SIGKILL');
      // Until the postmaster has seen it the others work on.
      await wait(100);
      return performance.now();
    },
  },
  {
    name: `${place}: line of one hangs for 5 s, goes on`,
    async strike({ network }) {
      network.hang();
      await wait(5000);
      network.goOn();
      return performance.now();
    },
  },
  {
    name: `${place}: line of one hangs for 20 s, then breaks`,
    async strike({ network }) {
      network.hang();
      await wait(20_000);
      network.cut();
      return performance.now();
    },
  },
];

export const severalFaults: Group<Three> = { prepare, faults };
