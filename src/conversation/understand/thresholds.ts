// Where the bands lie on the ranker's [0,1] scale; written by `npm run eval -- --tune` from the tuning part of the labelled questions, but for "urgent", "cue", "likely" and "lead", set by hand.
// 2026-11-25: 2628 messages, score 2954.6; "margin", "likely" and "lead" on 2026-11-30 by 9,711 messages.
export type Thresholds = Record<
  'sure' | 'margin' | 'likely' | 'lead' | 'close' | 'cue' | 'urgent' | 'command' | 'alone',
  number
>;
export const thresholds: Thresholds = {
  sure: 0.75,
  margin: 0.7,
  likely: 0.76,
  lead: 0.28,
  close: 0.15,
  cue: 0.7,
  urgent: 0.366,
  command: 0.8,
  alone: 0.435,
};
