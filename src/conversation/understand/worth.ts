// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by `npm run eval:learn` from the talks of the tuning part.
// 2026-11-25: 1104 talks, 91.8 % right first of those left out while learning.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
  typed: { always: 0.453, short: -0.202 },
  inForm: { always: 0.285, short: -0.109 },
  likelier: { always: 0.395, short: -0.128 },
  behind: { always: 0.351, short: 0.5 },
  subject: { always: -0.563, short: -0.216 },
  talk: { always: 1.109, short: 0.812 },
  none: { always: 0.055, short: 0.045 },
  related: { always: 0.771, short: 0.794 },
  relates: { always: 0.77, short: 0.765 },
  topic: { always: 0.578, short: 0.696 },
  pointedNear: { always: 0.285, short: 0.201 },
  pointedText: { always: 0.178, short: 0.145 },
  pointedFar: { always: -0.105, short: -0.068 },
  sameText: { always: -0.018, short: 0.177 },
  sameTitleText: { always: 0.571, short: 0.486 },
  namedText: { always: 0.073, short: 0.065 },
  otherText: { always: -0.067, short: -0.059 },
  aspect: { always: 0.296, short: 0.303 },
  otherAspect: { always: -0.319, short: -0.264 },
  aspectNear: { always: 0.522, short: 0.527 },
  aspectText: { always: 0.298, short: 0.356 },
  swap: { always: 0.489, short: 0.447 },
  stay: { always: 0.247, short: 0.231 },
  onlyForm: { always: -0.016, short: -0.021 },
  otherForm: { always: -0.274, short: -0.209 },
  unknown: { always: 0.475, short: 0.306 },
};
