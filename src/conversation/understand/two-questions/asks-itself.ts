// Whether one side of a message asks something of its own: a no inside a story, "mấy năm nay" or "giờ làm thế nào" behind what happened does not.
import { isAsking } from '../../../language/asking.ts';
import { fold } from '../../../language/fold.ts';
import { orNot } from '../../../language/question-words.ts';

export const asksItself = (part: string): boolean =>
  isAsking(part) && !onlyTells(part) && !ofWhatWasTold.test(plain(part));

const plain = (part: string): string =>
  fold(part)
    .replace(/[^a-z0-9%?]+/g, ' ')
    .trim();

/** Its words that ask are all such as deny, count loosely or mean somebody. */
function onlyTells(part: string): boolean {
  if (part.includes('?')) return false;
  const left = plain(part).replace(negatedWho, ' ').replace(atEnd, ' x?').replace(star, ' ');
  return !left.includes('?') && !isAsking(left.replace(inside, ' '));
}
/** "Chưa vào tổ nào cả", "không ai đền", "chẳng có giấy gì". */
const negatedWho =
  /\b(?:khong|ko|k|chua|chang|cha)(?: \S+){0,4}? (?:gi|j|nao|ai|dau)(?: (?:ca|het|dau|sat))?(?= |$)(?! (?:khong|ko|k|chua|a|ha|the|vay)$)/g;
/** "Có được không ạ", "được không hay phải chờ": a no at the end, behind what may be, or before another choice asks. */
const atEnd = new RegExp(
  `\\b(?:duoc|dc) (?:khong|ko|k|chua)\\b|\\b(?:khong|ko|k|chua) hay\\b|\\b(?:${orNot})(?: (?:a|ah|ha|nhi|vay|the|nhe|nao|day|nua|em|anh|chi|bac|co|chu|chau|con|ad|oi|ong|ba|ban|minh|duoc|dc))*$`,
  'g',
);
const star = /\b\d+ sao\b|\bba sao\b|\bsao ocop\b/g;
const inside =
  /\b(?:khong|ko|k|kg|hong|chua|phai)\b|^may (?:nha|ong|ba|anh|chi|cty|cong ty)\b(?! thi)|\bmay (?:nam|thang|hom|ngay) (?:nay|qua|truoc|vua|roi)\b/g;

/** "Giờ làm thế nào", "thế là sao", "có đúng không", with nothing named: it asks what is to be done of what was told before. */
const ofWhatWasTold =
  /^(?:(?:gio|bay gio|vay|the|thi|toi|em|e|minh|chau|con|bac|nha|phai|nen|se|co|cu|la|da|roi) )*(?:(?:lam|xu ly|xu tri) (?:sao|the nao|ntn|gi|nao|gi bay gio)|the nao|ra sao|sao|ntn|dung|dung the|that|sao dau|van de gi|duoc)(?: (?:khong|ko|k|chua|a|ha|nhi|vay|the|day|gio|bay gio|duoc|dc|em|bac|chau|anh|chi|co|nua|dung))*$/;
