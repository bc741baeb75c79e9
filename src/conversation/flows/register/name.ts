// Reads a person's name as it is typed: what introduces it is left out.
import { fold } from '../../../language/fold.ts';

const pronoun = 'tôi|em|mình|cháu|anh|chị|bác|cô|chú';
const barePronoun = 'toi|em|minh|chau|anh|chi|bac';
/** With marks, and typed without any, where a bare "la" at the start may be the family name. */
const introductions = [
  new RegExp(
    `^(?:(?:dạ|vâng)\\s+)?(?:(?:${pronoun})\\s+)?(?:(?:họ\\s+(?:và\\s+)?)?tên(?:\\s+(?:tôi|em|mình))?(?:\\s+là)?|là)[\\s:]+(?=\\p{L})`,
    'iu',
  ),
  new RegExp(
    `^(?:da )?(?:(?:${barePronoun}) )?(?:(?:ho (?:va )?)?ten(?: toi| em| minh)?(?: la)?)[\\s:]+(?=\\p{L})`,
    'u',
  ),
  new RegExp(`^(?:da )?(?:${barePronoun}) la (?=\\p{L})`, 'u'),
  /^(?:tôi|em|mình)\s+(?=\p{L})/iu,
];

const introduced = (text: string): string =>
  introductions.reduce((rest, opening) => (rest === text ? text.replace(opening, '') : rest), text);

const mostWords = 7;
const asksPlainly =
  /\?|\b(?:bao (?:gio|lau|nhieu)|the nao|lam sao|tai sao|o dau|khi nao|la gi|gi vay|duoc (?:khong|ko|k)|co (?:phai|duoc|can|mat)|khong biet|khong hieu)\b/;

/** The name in what was typed; undefined when it is none. */
export function nameIn(text: string): string | undefined {
  const name = introduced(text).replace(/[\s,]+(?:ạ|nhé|nha|nhá)[\s.!]*$/iu, '');
  if (name.split(/\s+/).length > mostWords || asksPlainly.test(fold(name))) return undefined;
  return /^[\p{L}\p{M}][\p{L}\p{M}\s.'-]{0,59}$/u.test(name) ? name : undefined;
}

/** "Em tên là …", or words that all begin as names do: a name, though it holds a word that elsewhere asks. */
export const introduces = (text: string): boolean =>
  nameIn(text) !== undefined && (introduced(text) !== text || isWrittenAsName(text));

/** "Lò Văn Tài": words that all begin as names do. */
export const isWrittenAsName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}'-]*(?:\s+|$)){2,6}$/u.test(text);
