// "Được mấy tiền", "bao nhiêu một ha", with nothing else said: behind an answer about money it asks after that money, never after another crop's.
import type { Card } from '../../../knowledge/schema/card.ts';
import { plainWords } from '../../../language/fold.ts';

const bare =
  /^(?:(?:the|vay|thi|la|roi|duoc|ho tro|cho|den|boi thuong|toi da|nhieu nhat|it nhat|cu the|tat ca|tong cong|khoang|chung|cai do|khoan do) )*(?:bao nhieu|bao(?= tien)|bnhieu|bn|nhieu|may)(?: (?:tien|dong|trieu|nghin|phan tram|(?:mot|1|moi) (?:ha|hec ta|sao|con|can|kg|nguoi|nha|ho|nam|thang)|tat ca|the|vay|a|nhi|em|co|ha|day))*$/;

/** The last answer once more, where the message asks only for its amount. */
export const isAmountAgain = (last: Card, message: string): boolean =>
  last.aspect === 'money' && bare.test(plainWords(message));
