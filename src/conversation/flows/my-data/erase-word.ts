// The word that answers "Bạn chắc chứ?" before erasing: nothing but a yes or a no, in a closed list and in its own marks, never guessed.
import { listed, madeOf } from '../closed-words.ts';

const yes = listed(`
  có, có chứ, vâng, dạ vâng, dạ có, vâng có, ừ, ừ có, ừm, ok, oke, đúng, đúng rồi, đúng vậy,
  đồng ý, chắc, chắc rồi, chắc chứ, chắc chắn, chắc chắn rồi, chắc chắn xóa, đồng ý xóa, xóa,
  xóa đi, xóa hết, xóa hết đi, xóa luôn, xóa luôn đi, có xóa, có xóa đi, có xóa hết, ừ xóa,
  ừ xóa đi, ừ xóa hết, ừ xóa hết đi, vâng xóa, vâng xóa đi, vâng xóa hết, ok xóa, ok xóa đi,
  cứ xóa, cứ xóa đi, chắc xóa đi, chắc chắn xóa đi, thôi xóa, thôi xóa đi, thôi xóa hết đi,
  xóa hết vậy, xóa vậy, xóa hết luôn, xóa hết luôn đi, xóa cả, xóa cả đi, xóa cả vậy, xóa tất, xóa tất cả,
  xóa tất cả đi, vậy xóa hết, vậy xóa hết đi, vậy thì xóa hết, vậy thì xóa hết đi, thế xóa hết, thế thì xóa hết,
  thôi xóa hết vậy, ừ xóa hết vậy, thôi thì xóa hết, xóa giúp, xóa hết giúp, xóa hộ, xóa cho, muốn xóa, muốn xóa hết
`);
const no = listed(`
  không, ko, k, không không, không xóa, không xóa nữa, không xóa đâu, ko xóa, ko xóa nữa,
  không cần, không cần nữa, không chắc, chưa, chưa xóa, khoan, khoan đã, thôi, thôi không,
  thôi ko, thôi không xóa, thôi không xóa nữa, thôi ko xóa nữa, thôi đừng, thôi đừng xóa,
  thôi để đó, thôi giữ lại, đừng, đừng xóa, đừng xóa nữa, không đừng, không đừng xóa,
  ko đừng xóa, giữ, giữ lại, giữ nguyên, để lại, dừng, dừng lại, không đồng ý
`);

/** `undefined`: neither, or both ("dung" without marks is "đúng", "đừng" or "dừng"; beside a plain yes or no it says the same as that). */
export function eraseWord(message: string): 'yes' | 'no' | undefined {
  if (message.includes('?')) return undefined;
  const agrees = madeOf(yes, message);
  return agrees === madeOf(no, message) ? undefined : agrees ? 'yes' : 'no';
}
