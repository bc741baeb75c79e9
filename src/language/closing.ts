// Whether somebody closes a talk behind an answer: "thế là rõ rồi", "để tôi bàn với vợ đã", "thôi chờ vậy", "ok cảm ơn, để mình xem điều lệ".
import { withoutPolite } from './asking.ts';
import { fold } from './fold.ts';
import { personWords } from './person-words.ts';

const self = `(?:${personWords}|t|mk|bon em|chung toi|nha em|nha toi)`;
const lead =
  '(?:(?:da|vang|u|uh|uk|uhm|a|o|ok|oke|thoi|the|vay|ra vay|the a|the ha|duoc|dc|roi|r|hieu|biet|hay qua|tot qua|nhe|ma) )*';
const deeds =
  '(?:hoi|xem|ban|nghi|suy nghi|tinh|ve|ra|len|ke|noi|doc|coi|goi|rut|lo|thu|cho|doi|di|mai|toi|sang|chuan bi|lam theo)';
const closings = [
  // "Để tôi bàn với vợ đã", "để mai tôi ra phường hỏi"
  new RegExp(`^${lead}de (?:${self} |mai |hom nao |luc nao |lat nua )*${deeds}\\b`),
  // "Thôi chờ vậy", "thôi đc rồi tôi ra phường", "bác về đây"
  new RegExp(
    `^${lead}(?:${self} )?(?:mai )?(?:cho|doi|ve|di|ra phuong|len phuong|ra xa|ra ngan hang)(?: (?:vay|day|nhe|nha|thoi|da|hoi|luon|cung duoc|toi|em|phuong|xa))*$`,
  ),
  // "Thế là rõ rồi", "thế thôi ạ", "vậy là đủ"
  /^(?:(?:da|vang|u|uh|ok|thoi|a|o) )*(?:the|vay)(?: la)? (?:ro|hieu|du|duoc|on|tot|thoi|xong|biet)(?: (?:roi|r|nhe|nha|a|da|ca|lam))*$/,
  // "Thôi tôi hiểu rồi, chào", "thôi bác hỏi con bác", "thôi tôi không nộp nữa", "thôi không cần, bye"
  new RegExp(`^${lead}(?:${self} )?(?:chao|bye|tam biet)(?: (?:${self}|nhe|nha|a|em|chau|bot|ban|may))*$`),
  new RegExp(
    `^${lead}thoi ${lead}(?:${self} )?(?:ve )?hoi (?:con|vo|chong|bo|me|nguoi nha|anh em|ba con)\\b.*$`,
  ),
  new RegExp(
    `^${lead}thoi ${lead}(?:${self} )?(?:khong|ko|k|chang|cha) (?:can|lam|nop|dong|di|hoi|ky|chuyen|vao|dao|lay)(?: \\S+)?(?: (?:nua|dau|a|nhe|nha|em|chau))*$`,
  ),
  // "Biết rồi", "em hiểu rồi"
  new RegExp(
    `^${lead}(?:${self} )?(?:biet|hieu|ro|nam duoc|nho)(?: duoc)? (?:roi|r)(?: (?:nhe|nha|a|em|chau|bot))*$`,
  ),
];
const thanks = /\b(?:cam on|cam ta|da ta|tks|thanks?)\b/;
/** It wants something, or asks on. */
const goesOn =
  /\?|\b(?:muon|(?<!khong |ko |k )can|xin|dang ky|dki|dk|ghi|gap|lap|cho hoi|hoi (?:them|not|cai)|hoi la|nhung|(?<!hoi |bao |cho |cua )con)\b|\b(?:duoc|dc|dung|phai) (?:khong|ko|k)\b|\b(?:khong|ko|k) hay (?:la |phai )|\b(?:khong|ko|k|dau|gi|j|sao|nao|chua|ha|a khong|bao nhieu|bn)(?: (?:a|em|nhi|vay|the|chau))*$/;
const mostWords = 14;

/** `thanks` where thanks are among it; undefined where it is no closing. */
export function closingOf(message: string): 'thanks' | 'closing' | undefined {
  const said = fold(withoutPolite(message))
    .replace(/[^\p{L}\d?]+/gu, ' ')
    .trim();
  const clauses = fold(withoutPolite(message))
    .split(/[,.;!:]+/)
    .map((c) => c.replace(/[^\p{L}\d?]+/gu, ' ').trim())
    .filter((c) => c !== '');
  if (!message.includes('?') && clauses.length > 1 && goodbye.test(clauses.at(-1) ?? '')) return 'closing';
  if (said.split(' ').length > mostWords || goesOn.test(said)) return undefined;
  const closes = (clause: string): boolean => closings.some((c) => c.test(clause));
  if (thanks.test(said)) return clauses.some((c) => asksOn(c, closes)) ? undefined : 'thanks';
  const each = clauses.every((c) => closes(c) || filler.test(c)) && clauses.some(closes);
  return each || closes(said) ? 'closing' : undefined;
}
/** "Cảm ơn. à lương chủ tịch thì ai quyết": a question stands behind the thanks, with a pause or without. */
const asksOn = (clause: string, closes: (clause: string) => boolean): boolean =>
  !closes(clause) && asks.test(clause.replace(throughThanks, ' '));
const throughThanks = /^.*\b(?:cam on|cam ta|da ta|tks|thanks?)\b/;
/** No "có gì tôi hỏi", "khi nào cần", "ai cũng". */
const asks =
  /(?<!\b(?:khong|ko|k|chang|cha|chua)(?: \S+){0,3} )\b(?:(?<!co |can )gi|dau|(?<!(?:cho|voi|ca|ke|hoi) )may|bao nhieu|bn|bao lau|(?<!(?:khi|luc|hom|bua|ngay|ai) )nao|ra sao|tai sao|vi sao|lam sao|ai)\b(?! cung)/;
/** "Thế thì ai dám vào. thôi chào": said last, it ends the talk whatever was said before it. */
const goodbye = new RegExp(
  `^(?:(?:thoi|vay|the|da|ok|oke|a|u|nhe|di|gio) )*(?:${self} )?(?:chao|bye|bai|tam biet|pp)(?: (?:${self}|nhe|nha|a|bot|ban|may|day|luon|roi|da))*$`,
);
/** Said around it. */
const filler =
  /^(?:(?:da|vang|u|uh|uk|a|o|ok|oke|thoi|the|the a|the ha|vay|duoc|roi|hay|qua|tot|nan|nhe|nha)(?: |$))+$/;
