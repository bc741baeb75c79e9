// The short code of a lead, which the person keeps and may read out over the phone.
import { fold } from '../language/fold.ts';

/** No letters or digits that look alike. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 5;

/** "HTX-7K3MP" from five random bytes. */
export const leadCode = (bytes: Iterable<number>): string =>
  `HTX-${[...bytes].map((b) => letters[b % letters.length]).join('')}`;
export const codeBytes = length;

const written = new RegExp(`\\bHTX-([${letters}]{${length}})\\b`);

/** The code in a message, capitals or not. `plain` when it has a digit: "htx-trung" may be a code and is likelier a word. */
export function codeIn(text: string): { code: string; plain: boolean } | undefined {
  const code = written.exec(fold(text).toUpperCase())?.[0];
  return code ? { code, plain: /\d/.test(code) } : undefined;
}
