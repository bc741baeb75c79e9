// What is said without its words of politeness and address: "cảm ơn nhé" is "cảm ơn", "em muốn dừng ạ" is "muốn dừng".
import { fold, plainWords, syllables } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';

const spelt = 'ạ à a nhé nhe nha đi với cho em tôi mình tui cháu bác anh chị ơi ad dạ vâng giúp ok oke'.split(
  ' ',
);

/** Folded. */
export const polite: ReadonlySet<string> = new Set(spelt.map(fold));

/** In its own marks, or without any: "tôi" is, "tối" is not. */
export const isPolite = (typed: string): boolean =>
  spelt.some((word) => fold(word) === fold(typed) && wordAgrees(typed, word));

/** The folded words that are left, or all where none would be. */
export const plainly = (text: string): string =>
  syllables(text)
    .filter((w) => !polite.has(w))
    .join(' ') || plainWords(text);
