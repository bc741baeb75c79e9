// Whether words typed where any words may be the answer (a trade, a call time) ask something instead: "xong chưa", "khi nào gọi".
import { isAsking } from '../../../language/asking.ts';
import { fold } from '../../../language/fold.ts';

/** "Không gọi buổi sáng" answers: a "không" asks only at the end. */
const asking =
  /\?|\b(?:gi|j|dau|sao|nao|ai|ntn|bao (?:gio|lau|nhieu))\b|\bmay (?:gio|ngay|hom|nguoi|ho|tien)\b|\b(?:khong|ko|k|kg|hok|chua)(?: (?:a|em|nhi|vay|the|ad|can bo|anh|chi|da))*$/;
/** "Lúc nào cũng được", "khi nào rảnh thì gọi", "tối được không em", "chưa biết làm gì". */
const answering =
  /\b(?:cung|cha|chang|tuy|deu)\b|\bthi (?:goi|alo|nghe|duoc|dc|lam)\b|\b(?:gio|sang|trua|chieu|toi|dem)\b.*\b(?:duoc|dc|ok) (?:khong|ko|k)\b|\b(?:chua|khong|ko|k) (?:biet|ro)\b/;

export function asksBack(text: string): boolean {
  const said = fold(text.replace(/[\s,]+[aạ][\s.!]*$/iu, '')).replace(/[.!\s]+$/, '');
  return isAsking(text) && asking.test(said) && !answering.test(said);
}
