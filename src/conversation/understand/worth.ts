// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by `npm run eval:learn` from the talks of the tuning part.
// 2026-11-28: 1260 talks, 91.3 % right first of those left out while learning.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
  typed: { always: 0.413, short: -0.152 },
  inForm: { always: 0.263, short: -0.086 },
  likelier: { always: 0.359, short: -0.105 },
  behind: { always: 0.28, short: 0.544 },
  subject: { always: -0.418, short: -0.076 },
  talk: { always: 0.905, short: 0.656 },
  none: { always: 0.106, short: 0.087 },
  related: { always: 0.765, short: 0.764 },
  relates: { always: 0.793, short: 0.751 },
  topic: { always: 0.471, short: 0.596 },
  pointedNear: { always: 0.243, short: 0.17 },
  pointedText: { always: 0.111, short: 0.095 },
  pointedFar: { always: -0.089, short: -0.056 },
  sameText: { always: 0.018, short: 0.238 },
  sameTitleText: { always: 0.601, short: 0.535 },
  namedText: { always: 0.112, short: 0.1 },
  otherText: { always: -0.107, short: -0.095 },
  aspect: { always: 0.202, short: 0.23 },
  otherAspect: { always: -0.152, short: -0.132 },
  aspectNear: { always: 0.424, short: 0.43 },
  aspectText: { always: 0.319, short: 0.391 },
  swap: { always: 0.559, short: 0.459 },
  stay: { always: 0.209, short: 0.203 },
  onlyForm: { always: -0.046, short: -0.144 },
  otherForm: { always: -0.26, short: -0.192 },
  unknown: { always: 0.482, short: 0.294 },
};
