// What each sign is worth to a follow-up, in log-odds: always, and besides in a message of a few words; written by `npm run eval:learn` from the talks of the tuning part.
// 2026-11-25: 931 talks, 92.4 % right first of those left out while learning.
import type { signNames } from './signs.ts';

export type Worth = Record<(typeof signNames)[number], { always: number; short: number }>;
export const worth: Worth = {
  typed: { always: 0.436, short: -0.206 },
  inForm: { always: 0.245, short: -0.114 },
  likelier: { always: 0.428, short: -0.107 },
  behind: { always: 0.303, short: 0.459 },
  subject: { always: -0.515, short: -0.165 },
  talk: { always: 1.211, short: 0.887 },
  none: { always: 0.06, short: 0.048 },
  related: { always: 0.838, short: 0.857 },
  relates: { always: 0.68, short: 0.692 },
  topic: { always: 0.674, short: 0.775 },
  sameText: { always: -0.009, short: 0.166 },
  sameTitleText: { always: 0.566, short: 0.464 },
  namedText: { always: 0.054, short: 0.053 },
  otherText: { always: -0.044, short: -0.043 },
  aspect: { always: 0.364, short: 0.366 },
  otherAspect: { always: -0.3, short: -0.241 },
  aspectNear: { always: 0.498, short: 0.524 },
  aspectText: { always: 0.359, short: 0.413 },
  swap: { always: 0.519, short: 0.469 },
  stay: { always: 0.26, short: 0.239 },
  onlyForm: { always: -0.023, short: -0.019 },
  otherForm: { always: -0.271, short: -0.218 },
  unknown: { always: 0.501, short: 0.316 },
};
