// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions, but for "urgent" and "talk", set by hand.
// 2026-11-25: 2252 messages, score 2528.2.
export type Thresholds = Record<
  'sure' | 'margin' | 'close' | 'talk' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.87,
  margin: 0.464,
  close: 0.232,
  talk: 0.7,
  urgent: 0.366,
  command: 0.604,
  alone: 0.435,
};
