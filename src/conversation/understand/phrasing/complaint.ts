// "Bạn cứ nói lại cái vừa nói rồi, mình hỏi ai được nhận cơ": a complaint about the talk itself, and what is asked beside it.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { isAsking } from '../../../language/asking.ts';
import { clean, fold, syllables } from '../../../language/fold.ts';
import { personWords } from '../../../language/person-words.ts';
import { openingOf } from './opening.ts';
import { ventsOnly } from './vents.ts';
import { wordForWord } from './word-for-word.ts';

/** `rest`: what is asked, empty where nothing but the complaint is said. `bored`: nothing tells whether it is the talk that is complained of. */
export type Complaint = { rest: string; bored: boolean };

const you = '(?:ban|may|bot|em|chau|ad|ai|cai may|may nay|cau|tro ly|robot|cu)';
const me = `(?:${personWords})`;
const complaints = [
  // "Bạn cứ nói lại cái mình vừa nói rồi", "sao lại trả lời y như cũ", "nói đi nói lại mãi"
  new RegExp(
    `^(?:${you} )*(?:sao )?(?:${you} )?(?:cu|toan|van|lai) (?:noi|tra loi|nhac|lap)(?: di \\w+)? (?:lai|hoai|mai|y|cau|nhu)\\b`,
  ),
  /\b(?:noi|tra loi|lap|nhac) di (?:noi|tra loi|lap|nhac) lai\b|\b(?:tra loi|noi) (?:y|giong)(?: nhu| het| chang| nguyen)* (?:cu|luc nay|cau (?:truoc|cu)|nhau)\b|\b(?:van|lai) (?:chang |nguyen |nhu )?cau (?:cu|ay|do|day|nay|vua nay)\b/,
  // "Sao cái gì cũng chưa có thế", "hỏi câu nào cũng chưa rõ", "hỏi mãi chả được gì"
  /\b(?:cai|cau|chuyen|hoi)(?: gi| nao| cau nao| cai gi| \w+)? (?:cung|deu|toan) (?:bao |noi |la )?(?:chua|khong|ko|k|chang|cha) (?:co|biet|ro|noi|chac|tra loi|duoc|biet gi)\b/,
  /\bhoi (?:mai|hoai|ca buoi|nay gio|tu nay|di hoi lai)(?: \w+)? (?:chang|cha|khong|ko|k|chua) (?:duoc|ra|biet|thay|tra loi|co|hieu)\b/,
  // "Nói chuyện như máy", "trả lời như vẹt"
  /\b(?:noi|tra loi)(?: chuyen)? (?:nhu|cu nhu|y nhu) (?:cai )?(?:may|vet|robot|khong)\b/,
  // "Trả lời có hay không thôi", "nói thẳng là được hay không"
  /^(?:(?:thi|the|cu|chi|ban|em|chau|bot|may) )*(?:can )?(?:tra loi|noi)(?: (?:thang|ro|luon|gon|ngan gon|cho \w+|giup|chi|la|ra))* (?:co|duoc|dung) hay (?:la )?(?:khong|ko|k|sai)(?: (?:thoi|di|nao|cai|a|xem|nhe))*$/,
  // "Trả lời chưa đúng ý", "chẳng đúng câu tôi hỏi", "có trả lời đâu"
  new RegExp(
    `\\b(?:khong|ko|k|chua|chang|cha)(?: (?:dung|trung|tra loi|vao|hieu|khop))+ (?:y|cau|cai|dieu|vao cau|trong tam)(?: (?:${me}|hoi|cua))*(?: hoi)?\\b|\\b(?:co )?(?:tra loi|noi) (?:gi )?(?:dau|lac de|linh tinh|lung tung|vong vo)\\b|\\bmot (?:dang|duong) (?:\\w+ ){1,3}mot neo\\b`,
  ),
];
const boredom =
  /^(?:(?:that|oi|troi|thoi|noi that|oi troi) )*(?:chan|nan|met)(?: (?:qua|that|ghe|lam|the|roi|phet|day|a|oi))+$/;
/** "Bác hỏi có phải nộp ruộng không mà": the same once more. */
const insists = new RegExp(
  `^(?:(?:thi|the|nhung|a) )*${me} (?:dang |chi )?hoi(?: la| ve)? (?=.* (?:co|co ma|ma|kia|chu)(?: a)?$)`,
);

/** Undefined where nothing is complained of. */
export function complaintIn(knowledge: Knowledge, message: string): Complaint | undefined {
  const clauses = clean(message)
    .split(/[,.;:!?\n]+/u)
    .map((c) => c.trim())
    .filter((c) => /[\p{L}\d]/u.test(c));
  const kinds = clauses.map((c) => kindOf(knowledge, c));
  const about = kinds.some((k) => k === 'talk');
  const again = clauses.length === 1 && insists.test(fold(message));
  const bored = kinds.includes('bored');
  if (!about && !again && !bored && !kinds.includes('vents')) return undefined;
  const asked = clauses.filter((_, i) => kinds[i] === undefined).join(', ');
  const rest = openingOf(again ? message.replace(/\s+m[àa](?:\s+[ạa])?\s*$/iu, ' cơ') : asked).rest;
  const asks = isAsking(rest) && syllables(rest).length >= fewest;
  if (!about && !again && !asks && (asked !== '' || !bored)) return undefined;
  return { rest: asks ? rest : '', bored: !about && !again };
}
const fewest = 3;

function kindOf(knowledge: Knowledge, clause: string): 'talk' | 'bored' | 'vents' | undefined {
  const said = fold(clause);
  if (complaints.some((c) => c.test(said))) return 'talk';
  if (boredom.test(said) || wordForWord(knowledge, clause)?.id === 'chui') return 'bored';
  return ventsOnly(knowledge, clause) ? 'vents' : undefined;
}
