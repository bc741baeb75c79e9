// Faults of the line to Telegram and Zalo: it hangs, short and longer than a send may take, or breaks again and again; what waits goes out afterwards.
import { setTimeout as wait } from 'node:timers/promises';
import { type Network, networkTo } from '../../test/support/network.ts';
import type { Fault, Group } from './group.ts';
import { type OneProcess, oneProcess } from './one-process.ts';

type Lines = { hang: () => void; goOn: () => void; cut: () => void };
type Far = OneProcess & { lines: Lines };

const onTheLine = (name: string, strike: (lines: Lines) => Promise<void>): Fault<Far> => ({
  name: `Telegram and Zalo: ${name}`,
  sendsMayRepeat: true,
  calmFirst: true,
  async strike({ lines }) {
    await strike(lines);
    return performance.now();
  },
  async back({ scene }) {
    const before = scene.sends();
    while (scene.sends() === before) await wait(5);
    return performance.now();
  },
});

async function prepare(): Promise<Far> {
  const networks: Network[] = [];
  const all = (what: keyof Lines) => (): void => {
    for (const network of networks) network[what]();
  };
  const place = await oneProcess({
    async through(apiRoot) {
      const network = await networkTo(Number(new URL(apiRoot).port));
      networks.push(network);
      return `http://127.0.0.1:${network.port}`;
    },
    async remove() {
      await Promise.all(networks.map((n) => n.stop()));
    },
  });
  return { ...place, lines: { hang: all('hang'), goOn: all('goOn'), cut: all('cut') } };
}

const faults = [
  onTheLine('line hangs for 8 s, goes on', async ({ hang, goOn }) => {
    hang();
    await wait(8000);
    goOn();
  }),
  onTheLine('line hangs for 30 s, then breaks', async ({ hang, cut }) => {
    hang();
    await wait(30_000);
    cut();
  }),
  onTheLine('every connection reset for 5 s', async ({ cut }) => {
    const end = performance.now() + 5000;
    while (performance.now() < end) {
      cut();
      await wait(20);
    }
  }),
];

export const networkFaults: Group<Far> = { prepare, faults };
