// The table of faults, and whether every promise was kept.
import type { Row } from './try-group.ts';

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
const time = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

export const isKept = ({ failed, outcome }: Row): boolean =>
  failed === undefined && outcome.lost + outcome.doubled + outcome.disorder === 0;

export function faultLines(rows: readonly Row[]): string[] {
  return [
    'People register all the time by the web chat, Telegram and Zalo Bot, 20 at once; each message is repeated with the same id until it is acknowledged, and every talk is then held against what was said, its lead, and what an undisturbed talk is sent. The load, the stand-ins for the platforms and the programs share one machine.',
    '',
    '- lost: turns, leads or sends that are missing. doubled: the same there twice, beyond the next.',
    '- sent again: a send on its way when a process was killed or had to end with its disk read-only, or when the line to the platform hung or broke, goes out once more, at most once a talk; that is the promise, and cannot be bettered where a platform does not say what it has.',
    '- recovery: from the end of the fault, or from the kill, to the first message handled again (to the first send that arrived, where sending was the fault), by whichever process.',
    '- longest wait: of any one message, from the first try to its acknowledgement, the fault and all repeats in it.',
    '',
    '| fault | tried | messages | lost | doubled | sent again | order broken | recovery, median | worst | longest wait |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(rowLine),
  ];
}

export function rowLine(row: Row): string {
  if (row.notTried !== undefined)
    return `| ${row.name} | **not tried here**: ${row.notTried} | | | | | | | | |`;
  const { lost, doubled, repeated, disorder } = row.outcome;
  const cells = [
    row.failed === undefined ? row.name : `${row.name}: **failed**, ${row.failed.replaceAll(/[|\n]/g, ' ')}`,
    row.recoveriesMs.length,
    row.messages,
    ...(row.failed === undefined ? [lost, doubled, repeated, disorder] : ['?', '?', '?', '?']),
    time(median(row.recoveriesMs)),
    time(Math.max(0, ...row.recoveriesMs)),
    time(row.longestWaitMs),
  ];
  return `| ${cells.join(' | ')} |`;
}
