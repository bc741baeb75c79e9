// Lines that hang on words said not to be meant: no answer to what is asked instead.
import { clean, fold } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';

/** The words stand in the line one behind the other, with the marks that were typed; not where the line is for whom they do not hold ("không phải thành viên thì …"). */
export function speaksOfWords(line: string, typed: string): boolean {
  const words = wordsOf(typed);
  // That a cooperative has “xã” in its name says nothing of a commune.
  const all = wordsOf(forms.test(typed) ? line : line.replace(everyForm, ' … '));
  return (
    words.length > 0 &&
    all.some(
      (_, at) =>
        words.every((word, i) => agrees(word, all[at + i] ?? '')) &&
        !denying.test(fold(all.slice(Math.max(0, at - 2), at).join(' '))),
    )
  );
}

const forms = /(?:tổ hợp tác|hợp tác xã|to hop tac|hop tac xa)/iu;
const everyForm = new RegExp(forms, 'giu');
const denying = /(?:^| )(?:khong(?: phai)?|chua(?: phai)?|ngoai|khac)$/;
const agrees = (typed: string, other: string): boolean =>
  fold(typed) === fold(other) && wordAgrees(typed, other);
const wordsOf = (text: string): string[] =>
  clean(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];
