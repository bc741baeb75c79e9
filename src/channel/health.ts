// How a channel stands: the way in, the way out and its tokens each say their last word; trouble is shown before health.

/** `standby`: another process polls. `account`: the platform wants something of the account's owner. */
type Condition =
  | 'starting'
  | 'polling'
  | 'standby'
  | 'webhook'
  | 'unreachable'
  | 'refused'
  | 'no-token'
  | 'quota'
  | 'account';
/** `detail` is for engineers: codes, never a token, never a person's data. */
export type ChannelState = { ok: boolean; what: Condition; detail: string };
type Part = 'in' | 'out' | 'token';
export type Health = {
  /** The last word of a part replaces the one before. */
  say: (part: Part, state: ChannelState) => void;
  /** Its trouble is over: that a message went out says nothing of how they come in. */
  well: (part: Part) => void;
  state: () => ChannelState;
};

export function makeHealth(): Health {
  const parts = new Map<Part, ChannelState>();
  return {
    say: (part, state) => void parts.set(part, state),
    well: (part) => void parts.delete(part),
    state() {
      const all = [...parts.values()];
      return all.find((s) => !s.ok) ?? all[0] ?? { ok: false, what: 'starting', detail: 'not started' };
    },
  };
}
