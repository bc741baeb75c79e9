// What people tell of themselves: noted, put right, forgotten, and whether so many are enough.
export const toldKeys = [
  'told',
  'told_work',
  'told_now',
  'told_only',
  'told_noted',
  'told_fix',
  'told_forgot',
  'told_office',
  'office_of',
  'told_enough',
  'told_short',
  'told_other',
  'asked_enough',
  'asked_short',
] as const;
