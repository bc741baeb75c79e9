// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions.
// 2026-11-25: 1371 messages, score 1554.6.
export type Thresholds = Record<
  'sure' | 'margin' | 'close' | 'talk' | 'plain' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.87,
  margin: 0.388,
  close: 0.232,
  talk: 0.783,
  plain: 2.883,
  urgent: 0.366,
  command: 0.604,
  alone: 0.435,
};
