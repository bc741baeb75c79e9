// Where the bands lie on the ranker's [0,1] scale, chosen on the tuning part of the labelled questions.
export const thresholds = {
  sure: 0.5,
  margin: 0.08,
  close: 0.2,
  talk: 0.4,
  plain: 0.8,
  urgent: 0.35,
} as const;
