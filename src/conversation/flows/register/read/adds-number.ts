// Whether a number is told besides the one there is: "thêm số nữa", "số của vợ tôi … cũng được".
import { fold } from '../../../../language/fold.ts';
import { maskNumbers } from '../../../../language/phones.ts';

export const addsNumber = (text: string): boolean => {
  const said = fold(maskNumbers(text)).replace(/[^a-z\d]+/g, ' ');
  return !replaces.test(said) && adds.test(said);
};
const adds =
  /\b(?:them|nua|cung (?:duoc|dc)|hoac|so (?:thu )?(?:hai|2)|(?:khong|ko|k) (?:duoc|dc|nghe)(?: may)? thi|so(?: dien thoai| dt)?(?: cua)? (?:vo|chong|con|me|bo|anh trai|chi gai|em gai|nha|hang xom))\b/;
/** "Đổi sang số vợ tôi", "số mới". */
const replaces = /\b(?:doi|sua|thay|so moi|nham|sai|ghi lai|bo so|khong dung)\b/;
