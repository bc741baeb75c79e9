// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by `npm run eval:learn` from the talks of the tuning part.
// 2026-11-25: 646 talks, 92.9 % right first of those left out while learning.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
  typed: { always: 0.383, short: -0.225 },
  inForm: { always: 0.207, short: -0.191 },
  likelier: { always: 0.505, short: -0.026 },
  behind: { always: 0.137, short: 0.47 },
  subject: { always: -0.445, short: -0.076 },
  talk: { always: 0.696, short: 0.453 },
  none: { always: 0.051, short: 0.04 },
  related: { always: 0.662, short: 0.746 },
  relates: { always: 0.731, short: 0.766 },
  topic: { always: 0.814, short: 0.872 },
  sameText: { always: 0.06, short: 0.217 },
  sameTitleText: { always: 0.718, short: 0.579 },
  namedText: { always: 0.106, short: 0.099 },
  otherText: { always: -0.101, short: -0.094 },
  aspect: { always: 0.292, short: 0.309 },
  otherAspect: { always: -0.497, short: -0.391 },
  aspectNear: { always: 0.23, short: 0.328 },
  aspectText: { always: 0.374, short: 0.455 },
  swap: { always: 0.723, short: 0.692 },
  stay: { always: 0.405, short: 0.411 },
  onlyForm: { always: -0.156, short: -0.053 },
  otherForm: { always: -0.2, short: -0.177 },
  unknown: { always: 0.603, short: 0.475 },
};
