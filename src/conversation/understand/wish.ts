// Recognises a plain wish to form or join a group ("em muốn lập tổ hợp tác"): it opens registering, a question does not.
import { fold } from '../../language/fold.ts';

const wish =
  /\b(?:muon|dinh|tinh|xin|dang ky|(?:ghi|viet) (?:ten|ho|giup)|cho (?:nha )?(?:em|toi|minh|chi|anh))\b/;
/** "Ghi giúp" asks a kindness, no question. */
const kindly = /\b(?:ghi|viet|dang ky) giup\b|\bgiup (?:em|toi|minh|nha)\b/g;
/** "Trồng dâu" is a trade; with its marks, or without any behind how many they are, it asks no "đâu". */
const mulberry = /dâu(?: tằm)?|(?<=trong |nuoi )dau(?: tam)?(?=.*\d+ (?:ho|nha|nguoi))/giu;
/** To form one, or to join neighbours in a group; joining a cooperative that there is asks how that is done. */
const deed =
  /\b(?:(?:lap|thanh lap|mo|dang ky|dk|ghi ten)(?: \w+){0,2}? (?:mot |1 )?(?:to hop tac|hop tac xa|tht|htx|nhom|to)|(?:tham gia|vao|gia nhap) (?:mot |1 )?nhom)\b/;
const asking =
  /\?|\b(?:gi|j|dau|may|bao|bnhieu|nhiu|sao|nao|khong|ko|k|kg|hok|chua|ai|ha|ntn|the nao|phai|can|duoc|dc|co|luat|nghi quyet|nq|thu tuc|giay to|ho so|tien|von|phi|hoi|biet|buoc|cach|huong dan|mat|giup|thi)\b/;
const longest = 14;

/** True only for a short statement: any word that asks something leaves it to the questions. */
export function wishesToForm(message: string): boolean {
  const folded = fold(message);
  const asked = fold(message.replace(mulberry, ' ')).replace(kindly, ' ');
  if (folded.split(/\s+/).length > longest || asking.test(asked)) return false;
  return (wish.test(folded) && deed.test(folded)) || named.test(folded);
}
/** "Lập tổ nuôi gà ở … 4 hộ": said like a heading, with how many they are. */
const named =
  /^(?:lap|thanh lap|mo) (?:mot |1 )?(?:to hop tac|hop tac xa|tht|htx|nhom|to)\b.*\b\d+ (?:ho|nha|nguoi)\b/;

/** "Em muốn vào hợp tác xã": to join one that there is, which asks how. */
export const wishesToJoin = (message: string): boolean => joining.test(fold(message));
const joining =
  /\b(?:muon|dinh|tinh|xin)\b(?: \w+){0,3}? (?:vao|tham gia|gia nhap) (?:mot |1 )?(?:hop tac xa|htx|to hop tac|tht|to)\b/;
