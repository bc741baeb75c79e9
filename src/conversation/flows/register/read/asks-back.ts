// Whether words typed where any words may be the answer (a trade, a call time) ask something instead: "xong chưa", "khi nào gọi".
import { isAsking } from '../../../../language/asking.ts';
import { fold, plainWords } from '../../../../language/fold.ts';
import { wordAgrees } from '../../../../language/marks-agree.ts';

/** "Không gọi buổi sáng" answers: a "không" asks only at the end. */
const asking =
  /\?|\b(?:gi|j|dau|sao|nao|ai|ntn|bao (?:gio|lau|nhieu))\b|\bmay (?:gio|ngay|hom|nguoi|ho|tien|thanh vien|phan tram|trieu|nam|thang|lan|buoc)\b|\b(?:khong|ko|k|kg|hok|chua)(?: (?:a|em|nhi|vay|z|v|zay|the|ad|can bo|anh|chi|da))*$/;
/** "Lúc nào cũng được", "bốn năm nhà gì đó", "khi nào rảnh thì gọi", "tối được không em", "chưa biết làm gì". */
const answering =
  /\b(?:cung|cug|cx|cha|chang|tuy|deu)\b|\bgi (?:do|day|ay)\b|\bbat (?:cu|ky|ki) (?:luc|khi|gio|hom) nao\b|^(?:luc|khi|hom|gio) nao ranh\b|\bthi (?:goi|alo|nghe|duoc|dc|lam)\b|\b(?:gio|sang|trua|chieu|toi|dem)(?: (?:nay|mai|kia|thi|co|goi|alo|nghe|may|dien|moi|lai|nhe|sau|truoc|muon|som|den|khoang|tam|cho|toi|em|minh|chau|bac|chi|anh|cung|ranh|tuan|thu|chu nhat|bay|\d\S*))* (?:duoc|dc|ok) (?:khong|ko|k)\b|\b(?:chua|khong|ko|k) (?:biet|ro)\b|\b(?:luc|khi|hom) nao (?!.*\bcan bo\b)(?:\S+ ){1,5}(?:o nha|co nha|ranh|ve|nghi|xong|thoi|moi)\b|\b(?:chua|khong|ko|k) (?:co|thay|ru duoc) ai(?: (?:ca|het|khac|nua|them|lam|a|em|dau))*$/;

/** "Đừng cho ai biết nhé" tells whoever calls, and asks nothing. */
export const forbids = (text: string): boolean => forbidding.test(plainWords(text));
const forbidding =
  /^(?:(?:ma|nhung|nho) )*dung(?: co)? (?:cho|de|noi|bao|ke|goi|nhan|ghi|nhac)\b(?!.*\b(?:khong|ko|k|chua|sao)(?: (?:a|em|nhi|vay|the))*$)/;

export function asksBack(message: string): boolean {
  if (!message.includes('?') && forbids(message)) return false;
  const text = withoutLookalikes(message);
  const said = fold(text.replace(/[\s,]+[aạ][\s.!]*$/iu, '')).replace(/[.!\s]+$/, '');
  return isAsking(text) && asking.test(said) && (!answering.test(said) || /\bgi thi\b/.test(said));
}

/** What asks, as it is spelt. */
const questionWords: Record<string, readonly string[]> = {
  dau: ['đâu'],
  sao: ['sao'],
  nao: ['nào'],
  may: ['mấy'],
  gi: ['gì'],
  khong: ['không'],
  chua: ['chưa'],
  phai: ['phải'],
  ha: ['hả'],
  a: ['à', 'ạ'],
  bao: ['bao'],
};

/** Words that their marks, or the crop they are part of, tell from the question words they are like are left out: "dâu", "máy", "sào", "trong dau". */
export const withoutLookalikes = (text: string): string =>
  text
    .normalize('NFC')
    .replace(crop, ' ')
    .replace(/[\p{L}\p{M}]+/gu, (word) => {
      const spelt = questionWords[fold(word)];
      return spelt && !spelt.some((s) => wordAgrees(word.toLowerCase(), s)) ? ' ' : word;
    });
const crop =
  /(?<=(?<!\p{L})(?:trồng|trong|nuôi|nuoi|cây|cay|vườn|vuon|hái|hạt|hat) )dau(?!\p{L})|(?<!\p{L})dau(?= (?:tằm|tam|tây|tay|xanh|đen|den|tương|tuong|nành|nanh|phụ|phu|hũ|hu|phộng|phong|đỏ|do|đũa|dua|lạc|lac|ván|van|bắp|bap|nuôi|nuoi)(?!\p{L}))/giu;
