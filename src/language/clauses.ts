// The last thing that is said in a message of several.
import { syllables } from './fold.ts';

/** "Thôi. Cho xem phiếu của tôi!!" → "cho xem phieu cua toi"; what has no letters is none. */
export const lastClause = (text: string): string =>
  syllables(
    text
      .split(/[.,;!?\n]+/u)
      .filter((clause) => /\p{L}/u.test(clause))
      .at(-1) ?? '',
  ).join(' ');
