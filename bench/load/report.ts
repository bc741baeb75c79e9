// The tables of the load test: medians over the rounds, each beside the bare endpoint of its own round.
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Sample } from './memory.ts';
import type { Row } from './rows.ts';

const version = (name: string): string => {
  const file = join(import.meta.dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

export function headLines(title: string, busy = 'every figure here is too low'): string[] {
  const packages = ['hono', '@hono/node-server', 'better-sqlite3', 'kysely', 'pg', 'grammy', 'fuse.js'];
  return [
    `# ${title}, ${new Date().toISOString().slice(0, 10)}`,
    '',
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.versions.node}, ${packages.map((p) => `${p} ${version(p)}`).join(', ')}.`,
    `Load average when it began: ${loadavg()
      .map((l) => l.toFixed(1))
      .join(', ')} (above ${cpus().length} the machine had other work, and ${busy}).`,
    '',
  ];
}

export function loadLines(rounds: readonly Row[][]): string[] {
  const names = rounds[0]?.map((r) => r.name) ?? [];
  const lines = names.map((name) => {
    const found = rounds.flatMap((rows) => {
      const row = rows.find((r) => r.name === name);
      const bare = rows[0];
      return row && bare ? [{ row, share: row.result.perSecond / bare.result.perSecond }] : [];
    });
    const mid = (of: (r: Row) => number): number => median(found.map((f) => of(f.row)));
    const refused = found.reduce((sum, f) => sum + f.row.result.refused, 0);
    return `| ${name} | ${Math.round(mid((r) => r.result.perSecond))} | ${median(found.map((f) => f.share)).toFixed(2)} | ${mid((r) => r.result.p50).toFixed(1)} | ${mid((r) => r.result.p95).toFixed(1)} | ${mid((r) => r.result.p99).toFixed(1)} | ${Math.round(mid((r) => (r.result.cpuMs * 1000) / r.result.messages))} | ${Math.round(mid((r) => r.rssMb))} | ${Math.round(mid((r) => r.startedMs))} | ${refused} |`;
  });
  return [
    `Medians of ${rounds.length} rounds. A message counts once its turn and its answer are committed (SQLite in WAL mode, synchronous=FULL) and the 200 has arrived; the load generator is another process on the same machine. "Of bare" is the share of the bare endpoint's rate in the same round.`,
    '',
    '| what | messages/s | of bare | p50 ms | p95 ms | p99 ms | processor µs a message | RSS MB | cold start ms | refused |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ];
}

export function memoryLines(samples: readonly Sample[]): string[] {
  return [
    '| messages | RSS MB | heap used MB | descriptors | messages/s |',
    '| --- | --- | --- | --- | --- |',
    ...samples.map(
      (s) =>
        `| ${s.messages} | ${Math.round(s.rssMb)} | ${Math.round(s.heapMb)} | ${s.descriptors} | ${Math.round(s.perSecond)} |`,
    ),
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
