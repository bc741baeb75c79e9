// Lines that hang on words said not to be meant: no answer to what is asked instead.
import { fold } from '../../../language/fold.ts';
import { placesOf, writtenWords } from '../../../language/words-in-row.ts';

/** The words stand in the line one behind the other, with the marks that were typed; not where the line is for whom they do not hold ("không phải thành viên thì …"). */
export function speaksOfWords(line: string, typed: string): boolean {
  // That a cooperative has “xã” in its name says nothing of a commune.
  const all = writtenWords(forms.test(typed) ? line : line.replace(everyForm, ' … '));
  return placesOf(writtenWords(typed), all).some(
    (at) => !denying.test(fold(all.slice(Math.max(0, at - 2), at).join(' '))),
  );
}

const forms = /(?:tổ hợp tác|hợp tác xã|to hop tac|hop tac xa)/iu;
const everyForm = new RegExp(forms, 'giu');
const denying = /(?:^| )(?:khong(?: phai)?|chua(?: phai)?|ngoai|khac)$/;
