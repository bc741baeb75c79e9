// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by `npm run eval:learn` from the talks of the tuning part.
// 2026-11-28: 1104 talks, 91.8 % right first of those left out while learning.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
  typed: { always: 0.436, short: -0.188 },
  inForm: { always: 0.294, short: -0.119 },
  likelier: { always: 0.387, short: -0.123 },
  behind: { always: 0.319, short: 0.476 },
  subject: { always: -0.529, short: -0.193 },
  talk: { always: 1.048, short: 0.763 },
  none: { always: 0.13, short: 0.105 },
  related: { always: 0.721, short: 0.75 },
  relates: { always: 0.795, short: 0.775 },
  topic: { always: 0.547, short: 0.647 },
  pointedNear: { always: 0.295, short: 0.208 },
  pointedText: { always: 0.185, short: 0.149 },
  pointedFar: { always: -0.11, short: -0.071 },
  sameText: { always: 0.006, short: 0.185 },
  sameTitleText: { always: 0.572, short: 0.488 },
  namedText: { always: 0.074, short: 0.066 },
  otherText: { always: -0.069, short: -0.061 },
  aspect: { always: 0.287, short: 0.3 },
  otherAspect: { always: -0.29, short: -0.248 },
  aspectNear: { always: 0.428, short: 0.463 },
  aspectText: { always: 0.343, short: 0.394 },
  swap: { always: 0.539, short: 0.485 },
  stay: { always: 0.236, short: 0.229 },
  onlyForm: { always: -0.049, short: -0.061 },
  otherForm: { always: -0.282, short: -0.207 },
  unknown: { always: 0.461, short: 0.286 },
};
