// Shorthand written out, word by word: "uh dk di" is "ừ đăng ký di".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { clean, fold } from '../../language/fold.ts';
import { wordAgrees } from '../../language/marks-agree.ts';

const longOf = onceFor(
  (knowledge: Knowledge) => new Map(knowledge.words.abbreviations.map((a) => [fold(a.short), a])),
);

/** Where the shorthand has marks those that were typed decide: "gọi" is no "gòi". */
export const writtenOut = (knowledge: Knowledge, text: string): string =>
  clean(text).replace(/[\p{L}\p{M}\d]+/gu, (word) => {
    const found = longOf(knowledge).get(fold(word));
    const bare = found && found.short === fold(found.short);
    return found && (bare || wordAgrees(word.toLowerCase(), found.short)) ? found.long : word;
  });

/** Sums as they are typed in chats: "2tr" and "2 củ" are "2 triệu", "500k" is "500 nghìn"; "tr5" keeps its five. */
export const sumsWrittenOut = (text: string): string =>
  text
    .replace(/(?<=\d)\s?(?:tr|củ|cu)(?!\p{L})/giu, ' triệu ')
    .replace(/(?<=\d)k(?![\p{L}\d])/giu, ' nghìn ');
