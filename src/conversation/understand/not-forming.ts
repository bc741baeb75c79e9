// Whether somebody tells of a cooperative they have, of what they lost, or of a quarrel in it: forming a group is not what they come for.
import { fold } from '../../language/fold.ts';

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
const toBe = /\b(?:muon|dinh|tinh|sap|du dinh|chua) (?:\S+ ){0,2}?(?:lap|thanh lap|mo|dang ky)\b/;

/** `has`: a cooperative of their own; `harmed`: a loss or a quarrel. */
export function notFormingBy(message: string): 'has' | 'harmed' | undefined {
  const said = fold(message);
  if (has.test(said) && !toBe.test(said)) return 'has';
  return lost.test(said) || quarrel.test(said) ? 'harmed' : undefined;
}
