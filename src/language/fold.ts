// Folds Vietnamese text to bare lower-case letters, so that marks, case and stray signs never decide a match.
import { lettersOf } from './plain-letters.ts';
import { aTurn, remembered } from './remembered.ts';

const invisible =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/g;
const combining = /\p{M}/gu;

/** Words, messages and the phrases they are compared with. */
const lately = { letters: 300, texts: 10_000 };

const cleanAny = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
const foldAny = (text: string): string =>
  cleanAny(text).normalize('NFKD').replace(combining, '').toLowerCase().replace(/đ/g, 'd').normalize('NFC');

const letters = lettersOf(cleanAny, foldAny);
const cleanLately = remembered(cleanAny, lately);
const foldLately = remembered((text) => letters.bareOf(text) ?? foldAny(text), lately);

/** NFC, trimmed, invisible characters removed, white space runs made one blank; marks and case kept. */
export const clean = (text: string): string => (letters.isClean(text) ? text : cleanLately(text));

/** "Tổ hợp tác ĐÚNG" → "to hop tac dung". Punctuation stays; see `syllables` for words alone. */
export const fold = (text: string): string => (letters.isBare(text) ? text : foldLately(text));

/** One bare letter for each letter, so that places in it are places in the text (which is NFC). */
export function foldInPlace(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length; at++) bare += String.fromCharCode(bareCode(text.charCodeAt(at)));
  return bare;
}
/** 0 where a letter was not met yet. */
const bareCodes = new Uint16Array(0x10000);
const bareCode = (code: number): number => {
  const known = bareCodes[code] as number;
  if (known > 0) return known;
  const bare = (fold(String.fromCharCode(code)) || ' ').charCodeAt(0);
  bareCodes[code] = bare;
  return bare;
};

/** The words of a text, folded: letters and digits only, "1,5" and "06/2021" kept as one word each. */
export const syllables = remembered(
  (text): readonly string[] => fold(text).match(/\d+(?:[.,/]\d+)*|[a-z]+\d*|[^\s\p{P}\p{S}\p{C}]+/gu) ?? [],
  aTurn,
);

/** The words of a text with one blank between them: what patterns of folded words are tried on. */
export const plainWords = (text: string): string => syllables(text).join(' ');

/** Letters and digits, one blank for whatever else stands between them; "05h30" stays one word. */
export const withoutSigns = (text: string): string => text.replace(/[^\p{L}\d]+/gu, ' ').trim();
