// What a running process costs, from /proc: processor time, memory, open descriptors.
import { readdirSync, readFileSync } from 'node:fs';

export type Use = { cpuMs: number; rssMb: number; descriptors: number };

export function useOf(pid: number): Use {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    // Clock ticks of a hundredth of a second, user and system.
    cpuMs: (Number(stat[11]) + Number(stat[12])) * 10,
    rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}
