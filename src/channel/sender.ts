// What each channel gives the delivery: a way to send one reply to one address, and what it is told about it.
import type { Reply, Sent } from '../conversation/message.ts';

export type About = {
  /** When the person last wrote; some platforms let us answer only so long after it. */
  seenAt: string;
  /** Aborted when the whole send, with all its calls and waits, has lasted too long: nothing may reach the platform after it. */
  signal: AbortSignal;
};
export type Sender = { send: (address: string, reply: Reply, about: About) => Promise<Sent> };
