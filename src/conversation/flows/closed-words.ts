// Whether a message is nothing but phrases of a closed list, in their own marks or in none: what binds a person is never guessed.
import { clean, fold, syllables } from '../../language/fold.ts';
import { marksAgree } from '../../language/marks-agree.ts';

export const listed = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

/** Each part between commas and the like is made of them, words of courtesy around them aside. */
export const madeOf = (list: readonly string[], message: string): boolean => {
  const parts = clean(message)
    .split(/[,.;!…]+/)
    .filter((part) => syllables(part).length > 0);
  return parts.length > 0 && parts.every((part) => stands(list, part));
};

/** One phrase of the list or several on end, with their closing words of courtesy or without. */
function stands(list: readonly string[], text: string): boolean {
  const said = wordsOf(text);
  if (said.every((w) => ending.has(fold(w)))) return said.length === 0;
  return list.some((phrase) => {
    const length = wordsOf(phrase).length;
    const opening = said.slice(0, length).join(' ');
    if (fold(opening) !== fold(phrase) || !marksAgree(opening, phrase)) return false;
    const rest = said.slice(length);
    return rest.every((w) => ending.has(fold(w))) || stands(list, rest.join(' '));
  });
}
const ending = new Set('a nhe nha em toi minh chau anh chi bac di'.split(' '));

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
