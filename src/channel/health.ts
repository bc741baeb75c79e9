// How a channel stands: the way in, the way out and its tokens each say their last word; trouble is shown before health.

export const whats = [
  'starting',
  'polling',
  'standby',
  'webhook',
  'unreachable',
  'refused',
  'no-token',
  'quota',
  'account',
] as const;
/** `standby`: another process polls. `account`: the platform wants something of the account's owner. */
export type What = (typeof whats)[number];
/** `detail` is for engineers: codes, never a token, never a person's data. */
export type State = { ok: boolean; what: What; detail: string };
export type Health = {
  /** `part` is "in", "out" or "token"; its last word replaces the one before. */
  say: (part: string, state: State) => void;
  state: () => State;
};

export function makeHealth(): Health {
  const parts = new Map<string, State>();
  return {
    say: (part, state) => void parts.set(part, state),
    state() {
      const all = [...parts.values()];
      return all.find((s) => !s.ok) ?? all[0] ?? { ok: false, what: 'starting', detail: 'not started' };
    },
  };
}
