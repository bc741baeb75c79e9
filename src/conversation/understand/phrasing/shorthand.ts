// Shorthand written out, word by word: "uh dk di" is "ừ đăng ký di".
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { clean, fold } from '../../../language/fold.ts';
import { aTurn, commonWords, remembered } from '../../../language/remembered.ts';

/** A word written out, or as it is. */
const longOf = onceFor((knowledge: Knowledge) => {
  const { abbreviations } = knowledge.words;
  const spelt = new Map(abbreviations.map((a) => [spelling(a.short), a.long]));
  const plain = new Map(abbreviations.map((a) => [fold(a.short), a.long]));
  return remembered(
    (word: string): string =>
      spelt.get(spelling(word)) ?? (syllable.test(fold(word)) ? word : (plain.get(fold(word)) ?? word)),
    commonWords,
  );
});
/** With its tone, without hats and horns: "hông" is "hong". */
const spelling = (word: string): string =>
  clean(word)
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0302\u0306\u031b]/g, '');
/** What may be a word of its own is shorthand only with the tone listed: "gòi" is "rồi" and "gọi" is not, nor is "hỏng" "không", while "đký" can only be "đăng ký". */
const syllable = /^(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdghklmnpqrstvx])?[aeiouy]+(?:ng|nh|ch|[cmnpt])?$/;

/** The "thoại" of "điện thoại" is no "thôi". */
export const writtenOut = (knowledge: Knowledge, text: string): string => writerOf(knowledge)(text);
const writerOf = onceFor((knowledge: Knowledge) => {
  const long = longOf(knowledge);
  return remembered((text) => clean(text).replace(toWrite, (word) => long(word)), aTurn);
});
const toWrite = /(?<![\p{L}\p{M}\d]|(?:điện|dien) )[\p{L}\p{M}\d]+/giu;

/** Sums as they are typed in chats: "2tr" and "2 củ" are "2 triệu", "500k" is "500 nghìn"; "tr5" keeps its five. */
export const sumsWrittenOut = (text: string): string =>
  text
    .replace(/(?<=\d)\s?(?:tr|củ|cu)(?!\p{L})/giu, ' triệu ')
    .replace(/(?<=\d)k(?![\p{L}\d])/giu, ' nghìn ');
