// Where the bands lie on the ranker's [0,1] scale. Provisional: set by hand before the first tuning.
export const thresholds = { sure: 0.5, margin: 0.08, close: 0.2, talk: 0.4 } as const;
