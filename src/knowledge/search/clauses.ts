// Cuts a long message into its clauses: in a story the question is one sentence among many.
import { isAsking } from '../../language/asking.ts';
import { tokensOf } from '../../language/normalise/tokens.ts';

/** Messages up to this many words are read whole. */
const short = 13;
const least = 4;
const most = 6;

export type Clause = { text: string; asks: boolean };

/** The clauses of a long message, and each with the one before it; none of a short one. */
export function clausesOf(message: string): Clause[] {
  const text = message.length > 2000 ? message.slice(0, 2000) : message;
  if (tokensOf(text).length <= short) return [];
  const clauses = text
    .split(/[.?!;\n]+|,\s|\s(?:mà|nhưng|giờ|nay|nên|ma|nhung|gio|nen)\s/u)
    .map((c) => c.trim())
    .filter((c) => c !== '');
  if (clauses.length < 2) return [];
  const pairs = clauses.slice(1).map((c, i) => `${clauses[i]} ${c}`);
  const all = [...clauses, ...pairs]
    .filter((c) => tokensOf(c).length >= least)
    .map((c) => ({ text: c, asks: isAsking(c) }));
  return [...all.filter((c) => c.asks), ...all.filter((c) => !c.asks)].slice(0, most);
}
