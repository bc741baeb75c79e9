// What /ready says: whether the process can do its work now, and what an operator should see to.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Watch } from '../database/watch.ts';
import type { Channels } from './channels.ts';
import type { HourlyRetention } from './hourly-retention.ts';
import type { LiveOperator } from './operator.ts';

export type Readiness = { ok: boolean; checks: Record<string, string>; warnings: string[] };
type ReadinessDeps = {
  stopping: boolean;
  watch: Pick<Watch, 'check' | 'free'>;
  channels: Pick<Channels, 'states'>;
  operator: Pick<LiveOperator, 'missing'>;
  retention: Pick<HourlyRetention, 'doubt'>;
  /** Mistakes found in the knowledge as it was loaded. */
  mistakes: number;
};

/** How long channels, which look into the store, are waited for beyond the check of the database. */
const channelsMs = 1000;
/** Free bytes below which a full disk is warned of. */
const littleSpace = 500 * 2 ** 20;

export async function readiness(deps: ReadinessDeps): Promise<Readiness> {
  const asked = deps.channels.states().catch(() => undefined);
  const [database, free] = await Promise.all([
    deps.stopping ? 'stopping' : deps.watch.check(),
    deps.watch.free(),
  ]);
  // A database that hangs is told of in the time its own check takes; whoever stops did not ask it.
  const failed = !deps.stopping && database !== 'ok';
  const states = await Promise.race([asked, sleep(failed ? 0 : channelsMs, undefined, { ref: false })]);
  const checks: Record<string, string> = {
    database,
    knowledge: deps.mistakes === 0 ? 'ok' : 'has mistakes',
  };
  const warnings = deps.operator.missing().map((key) => `operator fact missing: ${key}`);
  const doubt = deps.retention.doubt();
  if (doubt) warnings.unshift(`retention: ${doubt}`);
  // A channel in trouble is no reason to send people elsewhere: the others work on.
  if (!states) warnings.unshift('channels not known: the database did not answer');
  for (const [channel, state] of states ?? []) {
    checks[channel] = state.detail;
    if (!state.ok) warnings.unshift(`channel ${channel}: ${state.detail}`);
  }
  if (free !== undefined && free < littleSpace)
    warnings.unshift(`disk nearly full: ${Math.round(free / 2 ** 20)} MB left`);
  return { ok: database === 'ok', checks, warnings };
}
