// What /ready says: whether the process can do its work now, and what an operator should see to.
import type { Channels } from './channels.ts';
import type { Watch } from './database/watch.ts';
import type { HourlyRetention } from './hourly-retention.ts';
import type { LiveOperator } from './operator.ts';

export type Readiness = { ok: boolean; checks: Record<string, string>; warnings: string[] };
export type ReadinessDeps = {
  stopping: boolean;
  watch: Pick<Watch, 'check' | 'free'>;
  channels: Pick<Channels, 'states'>;
  operator: Pick<LiveOperator, 'missing'>;
  retention: Pick<HourlyRetention, 'doubt'>;
  /** Mistakes found in the knowledge as it was loaded. */
  mistakes: number;
};

/** Free bytes below which a full disk is warned of. */
const littleSpace = 500 * 2 ** 20;

export async function readiness(deps: ReadinessDeps): Promise<Readiness> {
  const [database, states, free] = await Promise.all([
    deps.stopping ? 'stopping' : deps.watch.check(),
    deps.channels.states(),
    deps.watch.free(),
  ]);
  const checks: Record<string, string> = {
    database,
    knowledge: deps.mistakes === 0 ? 'ok' : 'has mistakes',
  };
  const warnings = deps.operator.missing().map((key) => `operator fact missing: ${key}`);
  const doubt = deps.retention.doubt();
  if (doubt) warnings.unshift(`retention: ${doubt}`);
  // A channel in trouble is no reason to send people elsewhere: the others work on.
  for (const [channel, state] of states) {
    checks[channel] = state.detail;
    if (!state.ok) warnings.unshift(`channel ${channel}: ${state.detail}`);
  }
  if (free !== undefined && free < littleSpace)
    warnings.unshift(`disk nearly full: ${Math.round(free / 2 ** 20)} MB left`);
  return { ok: database === 'ok', checks, warnings };
}
