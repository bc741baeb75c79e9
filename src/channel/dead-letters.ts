// Dead letters, which journals keep aside for a month: bodies that no version could read so far, and the names of updates that always failed.

/** What no version so far could read: a later one takes it up at its start. Nobody knows whose it is. */
export const unknownPrefix = (channel: string): string => `${channel}.unknown.`;
/** What always failed: why, without what its person wrote. */
export const givenUpPrefix = (channel: string): string => `${channel}.given-up.`;

const keptMs = 30 * 24 * 3_600_000;
/** What was put aside before this is past its time. */
export const oldestKept = (now: Date): string => new Date(now.getTime() - keptMs).toISOString();
