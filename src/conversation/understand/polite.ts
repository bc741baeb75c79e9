// What is said without its words of politeness and address: "cảm ơn nhé" is "cảm ơn", "em muốn dừng ạ" is "muốn dừng".
import { syllables } from '../../language/fold.ts';

/** Folded. */
export const polite: ReadonlySet<string> = new Set(
  'a nhe nha di voi cho em toi minh tui chau bac anh chi oi ad da vang giup ok oke'.split(' '),
);

/** The folded words that are left, or all where none would be. */
export const plainly = (text: string): string =>
  syllables(text)
    .filter((w) => !polite.has(w))
    .join(' ') || syllables(text).join(' ');
