// Words that only their marks tell apart ("thuê" and "thuế", "sào" and "sao"): where marks were typed, the spelling counts beside the bare word.
import { fold } from '../../language/fold.ts';
import { wordsTyped } from '../../language/words-typed.ts';

/** In so many texts each spelling must stand, so that a slip makes no word. */
const least = 3;

/** The spellings in a text that tell two words apart; none of a text typed without marks. */
export function spellingReader(texts: Iterable<string>): (text: string) => string[] {
  const times = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(typedWith(text))) times.set(word, (times.get(word) ?? 0) + 1);
  const known = [...times].filter(([, n]) => n >= least).map(([word]) => word);
  const alike = Map.groupBy(known, fold);
  const telling = new Set(known.filter((word) => (alike.get(fold(word))?.length ?? 0) > 1));
  return (text) => [...new Set(typedWith(text).filter((word) => telling.has(word)))];
}

/** Where at least a third of the words have marks, a word without any is spelt so too. */
function typedWith(text: string): string[] {
  const words = wordsTyped(text);
  const marked = words.filter(({ typed, bare }) => typed !== bare);
  return (marked.length * 3 >= words.length ? words : marked).map(({ typed }) => typed);
}
