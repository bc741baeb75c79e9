// Time per question, for ours and the peers on the same entries in one process.

import type { Entry } from '../src/knowledge/search/ranker.ts';
import { spread } from '../src/knowledge/search/spread.ts';
import { noisy, randomOf } from './noise.ts';
import type { Peer } from './peers.ts';

export type Speed = {
  engine: string;
  strings: number;
  buildMs: number;
  p50: number;
  p99: number;
  perSecond: number;
};

/** At most so many ways of asking an entry, spread over those it has: the size the goals are set for. */
export function atMost(entries: readonly Entry[], ways: number): Entry[] {
  return entries.map((e) => ({ ...e, asks: spread(e.asks, ways) }));
}

/** `times` × the entries: copies whose syllables are partly others, so that nothing is a plain repeat. */
export function enlarged(entries: readonly Entry[], times: number): Entry[] {
  const random = randomOf(5);
  const syllables = [...new Set(entries.flatMap((e) => e.asks.flatMap((a) => a.split(/\s+/))))];
  const changed = (text: string): string =>
    text
      .split(/\s+/)
      .map((w) => (random() < 0.45 ? (syllables[Math.floor(random() * syllables.length)] ?? w) : w))
      .join(' ');
  const copies = Array.from({ length: times - 1 }, (_, i) =>
    entries.map((e) => ({
      ...e,
      id: `${e.id}~${i}`,
      asks: e.asks.map(changed),
      text: changed(e.text ?? ''),
    })),
  );
  return [...entries, ...copies.flat()];
}

/** Half the questions without marks, half in hard typing; each asked after a warm-up. */
export function questionsOf(entries: readonly Entry[], count: number): string[] {
  const random = randomOf(11);
  return Array.from({ length: count }, (_, i) => {
    const asks = entries[Math.floor(random() * entries.length)]?.asks ?? [];
    return noisy(asks[Math.floor(random() * asks.length)] ?? '', i % 2 ? 'hard' : 'nodia', random);
  });
}

/** Questions asked before any is timed, of a slow engine only as many as fit into a fifth of its time: a server that has run for a minute is warm. */
const warmUp = 2000;
/** A slow engine is asked for so long, ms, but at least so many questions. */
const longest = 15_000;
const fewest = 6;

export async function speedOf(
  peer: Peer,
  entries: readonly Entry[],
  questions: readonly string[],
): Promise<Speed> {
  const strings = entries.reduce((n, e) => n + e.asks.length, 0);
  const begin = performance.now();
  const engine = await peer.build(entries);
  const buildMs = performance.now() - begin;
  const warmUntil = performance.now() + longest / 5;
  for (const q of questions.slice(0, warmUp)) {
    await engine.rank(q);
    if (performance.now() > warmUntil) break;
  }
  const times: number[] = [];
  const until = performance.now() + longest;
  for (const q of questions) {
    if (times.length >= fewest && performance.now() > until) break;
    const start = performance.now();
    const found = engine.rank(q);
    if (found instanceof Promise) await found;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const total = times.reduce((a, b) => a + b, 0);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    engine: peer.name,
    strings,
    buildMs: Math.round(buildMs),
    p50: at(0.5),
    p99: at(0.99),
    perSecond: Math.round((1000 * times.length) / total),
  };
}
