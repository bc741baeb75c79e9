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

/** What is written as a code is and can be none: "HTX-22310" has a nought and a one. */
export function codeMiswritten(text: string): string | undefined {
  const code = codeIn(text) ? undefined : miswritten.exec(fold(text).toUpperCase())?.[0];
  return code !== undefined && /\d/.test(code) ? code : undefined;
}
const miswritten = new RegExp(`\\bHTX-[A-Z\\d]{${length}}\\b(?!-)`);
