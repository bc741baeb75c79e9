// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions.
// 2026-11-24: 580 messages, score 705.7.
export type Thresholds = Record<
  'sure' | 'margin' | 'close' | 'talk' | 'plain' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.727,
  margin: 0.103,
  close: 0.233,
  talk: 0.202,
  plain: 1.441,
  urgent: 0.366,
  command: 0.449,
  alone: 0.62,
};
