// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions, but for "urgent" and "talk", set by hand.
// 2026-11-28: 2866 messages, score 3121.7.
export type Thresholds = Record<
  'sure' | 'margin' | 'close' | 'talk' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.568,
  margin: 0.592,
  close: 0.134,
  talk: 0.7,
  urgent: 0.366,
  command: 0.83,
  alone: 0.435,
};
