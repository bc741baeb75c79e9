// Whether words that were typed stand in a text one behind the other, with the marks they were typed with.
import { clean, fold } from './fold.ts';
import { wordAgrees } from './marks-agree.ts';

/** Words and numbers, in small letters. */
export const writtenWords = (text: string): string[] =>
  clean(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** The places in `all` at which `words` begin; none for no words. */
export function placesOf(words: readonly string[], all: readonly string[]): number[] {
  if (words.length === 0) return [];
  return all.flatMap((_, at) => (words.every((word, i) => agrees(word, all[at + i] ?? '')) ? [at] : []));
}

const agrees = (typed: string, other: string): boolean =>
  fold(typed) === fold(other) && wordAgrees(typed, other);
