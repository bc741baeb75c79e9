// Days and terms that are counted.
export const dayKeys = [
  'day_is',
  'day_right',
  'day_wrong',
  'day_only',
  'day_past',
  'day_ahead',
  'day_now',
  'days_between',
  'days_are',
  'month_past',
  'month_ahead',
  'work_days',
  'work_days_only',
] as const;
