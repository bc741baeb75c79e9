// What goes with a form for whoever calls: a question that was asked before, a remark; nothing in it that is a number of somebody's.
import { maskNumbers } from '../../../../language/phones.ts';

export const noteOf = (text: string): string => maskNumbers(text).slice(0, longest);

/** A remark beside what was noted before. */
export const noteAdded = (before: string | undefined, more: string | undefined): string | undefined =>
  before !== undefined && more !== undefined ? noteOf(`${before}; ${more}`) : (before ?? more);
const longest = 400;
