// Names that are told with the word for a name before them, wherever in a message: "em tên Vàng A Sính muốn lập tổ".
import { isFullName, isTitledName } from './family-names.ts';
import { clean } from './fold.ts';

/** As they are typed, without what leads up to them. */
export function introducedNames(message: string): string[] {
  return [...clean(message).matchAll(introduction)].flatMap(({ 0: lead, 1: said = '', index, input }) => {
    const named = /(?:tên|ten)$/iu.test(said);
    const words = (runOfLetters.exec(input.slice(index + lead.length))?.[0] ?? '').trim().split(/\s+/);
    for (let most = Math.min(words.length, longest); most > 0; most--) {
      const name = words.slice(0, most).join(' ');
      if (isCapitalised(name) && (named || isFullName(name) || isTitledName(name))) return [name];
    }
    // In small letters nothing tells where it ends: rather a word too many.
    const name = words.slice(0, longestSmall).join(' ');
    return isFullName(name) ? [name] : [];
  });
}
const longest = 6;
const longestSmall = 4;
const runOfLetters = /^[\p{L}\p{M}' ]+/u;
const isCapitalised = (text: string): boolean => /^(?:\p{Lu}[\p{L}\p{M}']*(?: |$))+$/u.test(text);

/** "Tên (em) là", "em là", "gọi tên". */
const introduction =
  /(?<!\p{L})((?:họ |ho )?(?:tên|ten)|(?:tôi|toi|em|mình|minh|cháu|chau|con|anh|chị|chi|bác|bac|cô|co|chú|chu|tui)(?= (?:là|la) ))(?: (?:của |cua )?(?:tôi|toi|em|mình|minh|cháu|chau|con|tui|thật|that))?(?: (?:là|la))?[ :]+/giu;
