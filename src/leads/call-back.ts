// The day somebody is to be called again: which days may be promised, and how a promised one stands today.

/** Days are YYYY-MM-DD of Việt Nam; a year from today is the last (28 February after a 29th), what lies further off was mistyped. */
export function lastCallBack(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
}

export const mayPromise = (day: string, today: string): boolean => day >= today && day <= lastCallBack(today);

export type CallBackState = 'overdue' | 'today' | 'later';
export function callBackState(day: string, today: string): CallBackState {
  if (day === today) return 'today';
  return day < today ? 'overdue' : 'later';
}
