// What is said besides a sum, and what of it is asked on its own.
import { foldInPlace } from '../fold.ts';

/** The words that are no part of how one asks for a sum. */
export const contentOf = (template: string): string[] =>
  template.split(/[^a-z0-9#]+/).filter((w) => w && !filler.has(w));

/** Empty where nothing is said but how one asks for a sum; a sentence behind is asked on its own. */
export function restOf(words: readonly string[], text: string, last: number): string {
  const sentence = /[,.;?!]\s*(.+)$/su.exec(text.slice(last))?.[1]?.trim() ?? '';
  if (contentOf(foldInPlace(sentence)).length >= fewestAsked) return sentence;
  return words.length > fewest ? text : '';
}
export const fewestAsked = 2;
export const fewest = 3;
const filler = new Set(
  `cam on toi em e minh tui chau con bac co chu anh chi ban bot may ong ba nha minh la thi ma the vay roi va a u uh o da ok voi
  tinh nhan cong tru chia ra ho giup cho di nhe nha nhi chu dung sai phai khong ko k kg chua ha day do xem thu luon lai het
  hoi tuc duoc dc bao nhieu bn bnhieu may nhieu tien dong phan tram so tong tat ca ca thay gop von moi mot bang nghia tam
  khoang neu thi nhu vd vi du bo dong no lay ket qua phep khong biet muon can noi xac chi can de toi tu met ha hec kg can y nghe htx hop tac xa`.split(
    /\s+/,
  ),
);
