// "Thôi, máy móc chán quá, ra phường hỏi": somebody goes, and is not content.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { isAsking } from '../../../language/asking.ts';
import { closingOf } from '../../../language/closing.ts';
import { clean, fold } from '../../../language/fold.ts';
import { personWords } from '../../../language/person-words.ts';
import { ventsOnly } from './vents.ts';

/** Every clause goes, complains of the answers or says nothing; one of them goes and one complains. */
export function leavesUpset(knowledge: Knowledge, message: string): boolean {
  const clauses = clean(message)
    .split(/[,.;!\n]+|\s+(?=(?:thôi|thoi|để|de) (?:để |de |tôi |toi |em |tự |tu |ra |lên |len |đi |di ))/u)
    .map((c) => c.trim())
    .filter((c) => /\p{L}/u.test(c));
  const complains = clauses.filter((c) => ventsOnly(knowledge, c) || complaint.test(fold(c)));
  const goes = clauses.filter((c) => !complains.includes(c) && isLeaving(c));
  const rest = clauses.filter((c) => !complains.includes(c) && !goes.includes(c));
  return complains.length > 0 && goes.length > 0 && rest.every((c) => filler.test(fold(c)));
}

const isLeaving = (clause: string): boolean =>
  asksNoMore.test(fold(clause)) ||
  (!isAsking(clause) && (closingOf(clause) === 'closing' || leaving.test(fold(clause))));

const self = `(?:${personWords}|t|mk|tao)`;
const leaving = new RegExp(
  `^(?:(?:thoi|the|vay|thi|de|cho|ma) )*(?:${self} )?(?:(?:tu|mai|de|cu|thoi) )*(?:${self} )?(?:ra|len|di|xuong|chay ra|gap|hoi)(?: (?:thang|ra|len|hoi|gap))* (?:phuong|xa|uy ban|ubnd|can bo|ngan hang|nguoi khac|cho khac|nguoi that|truong thon|hop tac xa|htx)\\b(?! (?:roi|bao|noi))(?: \\S+){0,5}$`,
);
const asksNoMore = new RegExp(
  `^(?:thoi )?(?:${self} )?(?:khong|ko|k|chang|cha) (?:them )?hoi (?:may |bot |em |ban )?(?:nua|lam gi)(?: (?:dau|a|nhe|nua))*$`,
);
const complaint =
  /\b(?:may moc|may|bot|ad|tro ly|robot|tra loi|noi|hoi)\b.*\b(?:chan|ngu|do|te|dot|linh tinh|vo van|vong vo|lac de|vo dung|phi thoi gian|mat thoi gian|nhu khong|bang thua|(?:chang|cha|khong|ko|k) (?:biet|hieu|giup|ra|duoc|trung|dung)(?: \S+)*)\b|^(?:that )?(?:phi|mat) (?:ca )?(?:thoi gian|cong)\b/;
const filler = /^(?:(?:thoi|da|a|u|uh|roi|the|vay|ok|oke|ma|nhe|troi|oi) ?)+$/;
