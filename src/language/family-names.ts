// Tells a person's full name from other words: it opens with a family name of the peoples who live here.
import { fold } from './fold.ts';

/** Folded. */
const families = new Set(
  `an au bach ban be bui ca cam cao cha chang chao chau chu co cu dam dang dao deo diep dinh do doan dong du duong
  giang giao ha han hang hau hau ho hoang hua huynh khang khong khuat khuc kieu kim la lai lam lanh lau le leng ly lo
  loc long lu luc luong luu luyen ly ma mac mai man mo mong mua nghiem ngo ngoc nguyen nhu ninh nong ong pham phan
  phang pho phu phung phuong quach quan quang sa sam sin sung ta tac tan tang tao thach thai than thao thieu tho tieu
  to tong tran trang trieu trinh truong tu tuong ung uong vang van vi vien vo vu vua vuong xa xin yen`.split(
    /\s+/,
  ),
);
/** Behind a family name these make sure that it is one. */
const middle = new Set(
  'thi van a huu duc dinh xuan ngoc minh thanh quang cong trong thu kim hong seo'.split(' '),
);
const address =
  /^(?:anh|chị|chi|cô|co|chú|chu|bác|bac|ông|ong|bà|ba|em|cháu|chau|dì|di|thím|thim|cậu|cau|mợ)\s+/iu;

/** "Lò Văn Tài": words that all begin as names do. */
export const isWrittenAsName = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}\p{M}'-]*(?:\s+|$)){2,6}$/u.test(text);

/** "Lý A Sùng", "hoang thi bay": more than a family name, and surely no other words. */
export function isFullName(text: string): boolean {
  const words = text.trim().split(/\s+/).map(fold);
  const [family = '', second = ''] = words;
  if (words.length < 2 || words.length > 6 || !words.every((w) => /^[a-z'-]+$/.test(w))) return false;
  if (!families.has(family)) return false;
  return middle.has(second)
    ? words.length > 2 && hasMiddle(text, second)
    : isWrittenAsName(text) && words.length > 2;
}

/** "a" and "minh" are words besides ("do a, toi quen"): in small letters only "thi" and "van" are sure. */
const hasMiddle = (text: string, second: string): boolean =>
  /^(?:thi|van)$/.test(second) || isWrittenAsName(text);

/** "Chú Ba", "cô Tư": a title and a name, though the name is a number's word; the title alone opens other things. */
export const isTitledName = (text: string): boolean => {
  const name = address.test(text) ? text.replace(address, '') : '';
  return /^\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*){0,3}$/u.test(name);
};
