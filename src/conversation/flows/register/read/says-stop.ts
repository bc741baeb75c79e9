// Whether a message in the form says "dừng": in one of its clauses, or behind one that puts the form off; without its marks other words must tell that "dung" from "đúng" and from a name.
import { clean, fold, plainWords } from '../../../../language/fold.ts';
import { personWords } from '../../../../language/person-words.ts';
import { exactCommand } from '../../../understand/commands.ts';
import type { World } from '../../../world.ts';

export function saysStop(text: string, { knowledge }: World): boolean {
  const clauses = text
    .split(/[.,;:!?\n]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause));
  const last = clauses.at(-1) ?? '';
  const before = clauses.slice(0, -1);
  const isStop = exactCommand(knowledge, last) === 'stop';
  // "Bực thật, gõ mãi không nhận. Dừng"
  if (before.length > 0 && /dừng|^thoi dung/iu.test(last) && isStop) return true;
  // "Thôi để em suy nghĩ, dung"
  if (before.some((clause) => putsOff.test(plainWords(clause))) && isUnmarked(last) && isStop) return true;
  if (saysStopAgain(text)) return true;
  // "Không có điện thoại, thôi em dung", "muốn dừng"
  return clauses.some(
    (clause) => (/dừng/iu.test(clause) || isUnmarked(clause)) && stop.test(plainWords(clause)),
  );
}

/** "Em bảo dừng rồi mà", "em bao dung lai ma": said over again, also where nothing is open any more; "em bao dung roi" may say that it is right. */
export const saysStopAgain = (text: string): boolean =>
  text.split(/[.,;:!?\n]+/u).some((clause) => {
    const said = plainWords(clause);
    return /dừng/iu.test(clause) ? again.test(said) : isUnmarked(clause) && againUnmarked.test(said);
  });

const isUnmarked = (clause: string): boolean => clean(clause).toLowerCase() === fold(clause);
const self = `(?:${personWords}|t)`;
const putsOff = new RegExp(`^(?:(?:da|vay|a) )*(?:thoi|de (?:${self}|sau|hom khac|luc khac)|khoan)\\b`);
const asked = '(?:nhe|nha|di|a|ma|da|ad|bot|luon|day|giup|cho|em|toi)';
const stop = new RegExp(
  `^(?:(?:da|vay|a|nhung|ma) )*(?:thoi (?:${self} )?(?:xin |muon )?dung(?: lai)?|(?:${self} )?(?:da )?(?:bao|noi|muon|xin) (?:la )?dung(?: lai)?|dung lai)(?: ${asked})*$`,
);
const told = `(?:(?:da|vay|a|nhung|ma|thi|o|u) )*(?:${self} )?(?:da )?(?:bao|noi) (?:la )?dung`;
const again = new RegExp(`^${told}(?: lai)?(?: (?:roi|co|thoi|${asked}))*$`);
const againUnmarked = new RegExp(`^${told} lai(?: ${asked})*$`);
