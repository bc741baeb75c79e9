// Whether somebody says no to their name and number being kept, or takes back what they sent.
import { bareWords, mine } from './own-number.ts';

const who = '(?:(?:da|a|o|u|thoi|the|vay|thi|neu|ma|nhung|toi|em|minh|chau|anh|chi|bac|co|chu) )*';
const polite = '(?: (?:nhe|nha|a|em|oi|di|voi|giup|cho|toi|minh|luon|het|dau|nua|ad|can bo))*';
/** "Em đổi ý, xóa đi", "xóa phiếu đi": nothing else is said. */
const mindChanged = new RegExp(
  `^${who}(?:doi y(?: roi)? ${who})?(?:xoa|huy|bo)(?: (?:het|di|phieu|luon|phieu nay))+${polite}$`,
);
export const changesMind = (text: string): boolean => mindChanged.test(bareWords(text));

const keeping = '(?:luu|ghi|giu|cho|dua|lay|de lo|gui|cung cap|khai|tiet lo|ban)';
const negation = '(?:khong|ko|k|kg|dung|cho co|chang|chua)';
const disagrees = new RegExp(`^${who}${negation} dong y${polite}$`);
const keepsBack = new RegExp(
  `\\b${negation} (?:(?:muon|duoc|dc|co|them|can) )?${keeping}(?: (?:lai|ai|het))*(?: \\w+)? ${mine}\\b`,
);
const notAgreed = new RegExp(
  `^${who}${negation} dong y(?: (?:cho )?${keeping}(?: (?:lai|het))*(?: ${mine})?)?${polite}$`,
);
/** "À thế thì thôi", where consent is asked for. */
export const letsBe = (said: string): boolean => letBe.test(said);
const letBe = new RegExp(`^(?:(?:da|a|o|u) )*(?:neu )?(?:the|vay|nhu (?:the|vay))(?: thi)? thoi${polite}$`);
export const saysNo = (said: string): boolean => disagrees.test(said) || keepsBack.test(said);
/** "Không đồng ý ghi số": nothing else is said. */
export const refusesNotice = (said: string): boolean => notAgreed.test(said);
