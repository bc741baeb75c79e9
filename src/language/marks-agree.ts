// Whether two spellings of the same syllables agree in the marks that were typed: "đúng" and "Dũng" are no "dừng", "dung" may be each of them.
import { clean, fold } from './fold.ts';
import { commonWords, remembered } from './remembered.ts';

/** Letters with their marks, wherever in the syllable the tone was put: "hòa" is "hoà". */
const lettersOf = remembered((word) => [...word.normalize('NFD')].sort().join(''), commonWords);

const wordsOf = (text: string): string[] =>
  clean(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((w) => w !== '');

/** `typed` and `spelt` fold to the same syllables; a word typed without marks agrees with any. */
export function marksAgree(typed: string, spelt: string): boolean {
  const other = wordsOf(spelt);
  return wordsOf(typed).every((word, i) => wordAgrees(word, other[i] ?? ''));
}

/** The same of two words in lower case. */
export const wordAgrees = (typed: string, spelt: string): boolean =>
  typed === spelt || typed === fold(typed) || lettersOf(typed) === lettersOf(spelt);
