// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions.
// 2026-11-24: 323 messages, score 396.3; with clause 0.743 in the weights.
export type Thresholds = Record<
  'sure' | 'margin' | 'close' | 'talk' | 'plain' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.689,
  margin: 0.103,
  close: 0.219,
  talk: 0.266,
  plain: 1.069,
  urgent: 0.366,
  command: 0.6,
  alone: 0.62,
};
