// The words of a text as typed, in lower case, each with what it is without marks: whoever looks at the marks of a message asks for them.
import { clean, fold } from './fold.ts';
import { aTurn, remembered } from './remembered.ts';

export type WordTyped = { readonly typed: string; readonly bare: string };

const words = /\p{L}+/gu;

export const wordsTyped = remembered(
  (text): readonly WordTyped[] =>
    (clean(text).toLowerCase().match(words) ?? []).map((typed) => ({ typed, bare: fold(typed) })),
  aTurn,
);
