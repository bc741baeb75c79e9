// Whether somebody tells of a cooperative they have, of what they lost, of a quarrel in it, or that they only mean to join: forming a group is not what they come for.
import { fold } from '../../language/fold.ts';
import type { State } from '../state.ts';
import { foundWords, groupWords } from './founding-words.ts';

const us =
  '(?:toi|em|minh|chau|chung (?:toi|em|minh)|(?:nha|ben|bon|cua) (?:toi|em|minh))(?! (?:oi|nhe|nha|a|voi)\\b)';
const has = new RegExp(
  [
    `\\b(?:htx|hop tac xa) (?:nong nghiep |dich vu )?(?:${us})\\b`,
    `\\b(?:${us}) (?:dang )?(?:la |lam )(?:thanh vien|xa vien|giam doc|chu tich|chu nhiem|ke toan|thu quy|ban kiem soat|kiem soat vien)\\b`,
  ].join('|'),
);
const lost =
  /\b(?:chet|cuon (?:troi|mat|het)|troi (?:mat|het)|ngap (?:het|mat|trang)|mat trang|gay do|sat lo|tieu huy|bi (?:bao|lu|lut|dich|vui|set))\b/;
const quarrel =
  /\b(?:om (?:het )?tien|khong chia|chang chia|cai nhau|mau thuan|tranh chap|quyt|(?<!(?:dieu|su|y|phu|linh) )kien|to cao|an chan|an bot|tu y|bi duoi|bat nat|khong (?:chiu )?tra (?:tien|von|luong))\b/;
/** "HTX chúng em muốn lập" is yet to be. */
const toBe = new RegExp(`\\b(?:muon|dinh|tinh|sap|du dinh|chua) (?:\\S+ ){0,2}?(?:${foundWords}|dang ky)\\b`);

const founding = `(?:${foundWords}|dung ra lap|dang ky lap)`;
const refuses = new RegExp(
  [
    `\\b(?:khong|ko|k|kg|chang|chu khong) (?:(?:phai|muon|dinh|he|can|co|thich) )*${founding}(?! (?:duoc|dc|noi|nen|no)\\b)`,
    `\\b(?:co|dau co) (?:(?:phai|muon|dinh|he) )*${founding}(?: (?!o\\b)\\S+){0,3} dau\\b`,
  ].join('|'),
);
const joining =
  /\b(?:vao|vo|tham gia|gia nhap|xin nhap)\b(?! (?:day|do|sau|cuoi|dau|luc|khoang|nam|thang|ngay)\b)/;
/** "… chứ không lập", "tôi có lập đâu". */
const contrasts = /\bchu (?:khong|ko|k)\b|\bdau(?: ma\b|\W*$)/;
const onlyJoining = new RegExp(
  `\\bchi (?:muon|dinh|tinh|xin|can)(?: \\S+){0,2} (?:vao|vo|tham gia|gia nhap)\\b.*\\b(?:${groupWords})\\b.*\\b(?:san|da co|dang co|nguoi ta lap)\\b`,
);

/** "Tôi có lập đâu", "muốn vào chứ không lập": to join one that there is. */
export const refusesFounding = (message: string): boolean => {
  const said = fold(message);
  return (refuses.test(said) && (joining.test(said) || contrasts.test(said))) || onlyJoining.test(said);
};

/** `has`: a cooperative of their own; `harmed`: a loss or a quarrel; `joins`: they mean to join one. */
export function notFormingBy(message: string): State['notForming'] {
  const said = fold(message);
  if (refusesFounding(message)) return 'joins';
  if (has.test(said) && !toBe.test(said)) return 'has';
  return lost.test(said) || quarrel.test(said) ? 'harmed' : undefined;
}
