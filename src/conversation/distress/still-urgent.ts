// Whether a message goes on with the distress that was answered last: "báo ai", "làm sao bây giờ", "nó dọa nữa thì sao", "ký xong rồi".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { isAsking, isCourtesy } from '../../language/asking.ts';
import { fold } from '../../language/fold.ts';
import { asksForSupport } from '../../language/happening.ts';
import { type Band, bandOf } from '../understand/bands.ts';
import { tellsLoss } from '../understand/loss/measures.ts';
import { leansOnTalk, type Named, namedIn, namesSubject } from '../understand/named.ts';
import { productsIn } from '../understand/names.ts';
import { wordForWord } from '../understand/phrasing/word-for-word.ts';

/** In words; what is longer and near to some cards is a question of its own. */
const short = 8;

/** "Gửi đơn ở đâu", "báo cho ai": of the two first words a card may be sure, and in distress they still ask for help. */
const asksWhere = ({ aspects, length }: Named): boolean =>
  length <= asksWhereIn && aspects.some((a) => a === 'where' || a === 'who');

/** "Giờ rút tên thế nào": a word for a matter of its own, and none that calls for help ("giờ làm sao"). */
const asksOther = ({ aspects }: Named): boolean =>
  aspects.length > 0 && !aspects.some((a) => a === 'where' || a === 'who' || a === 'steps');

/** "Gọi số nào", "đòi lại được không", "làm sao bây giờ": in distress that is no question for the address book, nor about capital or steps. */
const calls =
  /^(?:(?:gio|bay gio) )?(?:toi |em )?(?:phai )?lam (?:sao|the nao|gi)(?: bay gio| gio| day| a)*$|^(?:(?:gio|vay|the) )?(?:goi|bao|mach|keu|cau cuu) (?:\w+ )?(?:so|ai|dau)\b/;
export const callsForHelp = (message: string): boolean => calls.test(fold(message));

const fine =
  /\b(?:noi|than) (?:the|vay|choi|dua|tho|linh tinh)(?: (?:thoi|vay))+\b|\bdua thoi\b|\b(?:toi|em|minh|chau|con|chu) (?:khong|ko|k|chang) (?:co |bi )?sao\b|^(?:(?:a|thoi|u|da) )*(?:khong|ko|k) sao (?:dau|ca|roi)\b|\bon (?:roi|ca roi)\b/;
const who = '(?:toi|em|e|minh|chau|bac|ba|ong|co|chu|anh|chi|no|ho|nha (?:toi|em|minh))';
const misread = new RegExp(
  `\\b(?:hieu|nghe|doan) (?:nham|lam|sai)\\b|\\bhoi (?:truoc |phong )?(?:the|vay) thoi\\b|\\b${who} (?:da |co )?(?:chua|co|dau co|khong|ko) (?:om|vay|mat|lay|bi|lam|ky|dau)(?: (?:gi|no|ai|benh))? dau\\b`,
);
/** "Cháu hiểu nhầm rồi, có ai vay gì đâu": what was taken for distress was none. */
export const saysMisread = (message: string): boolean => misread.test(fold(message));

/** "À tôi nói thế thôi chứ không sao": it is over, or was never meant. */
export const saysFine = (message: string): boolean =>
  !isAsking(message.replace(/^\s*[àa]\b/iu, '').replace(/chứ không sao|chu khong sao/iu, '')) &&
  (fine.test(fold(message)) || saysMisread(message));

/** "Vì nợ htx" names a subject, and is what the distress comes of. */
const because = /^(?:vi|tai|boi)\b/;

/** "Người thì không sao", "mọi người an toàn rồi": the danger is over, and what was lost may be told. */
const nowSafe =
  /\b(?:nguoi|nha|ai|may)\b.*\b(?:khong|ko|k|chang|cha) (?:(?:ai|bi|lam|co) )*(?:sao|gi|viec gi|thuong)\b|^(?:khong|ko|k|chang) (?:co )?ai (?:bi |lam )?(?:sao|gi|viec gi|thuong)\b|\ban toan (?:roi|ca|het)\b|\b(?:dap|tat)(?: duoc| xong)?(?: lua| chay)? roi\b|\blua tat\b/;

export const saysSafe = (message: string): boolean => nowSafe.test(fold(message));

/** `before`: the cue that was answered last. What by itself means a card, or is said in passing (thanks), is something new. */
export function stillUrgent(
  knowledge: Knowledge,
  message: string,
  before: string | undefined,
): Cue | undefined {
  const cue = knowledge.cues.get(before ?? '');
  if (!cue || wordForWord(knowledge, message) || isCourtesy(message)) return undefined;
  const named = namedIn(knowledge, message);
  if (because.test(fold(message)) && !isAsking(message) && named.length <= short) return cue;
  if (namesSubject(named) || (!message.includes('?') && saysSafe(message))) return undefined;
  if (tellsOfLoss(knowledge, message)) return undefined;
  // The tale goes on: "mẹ không biết gì", "con em khóc suốt".
  if (!isAsking(message) && named.length <= short) return cue;
  const band = bandOf(knowledge, knowledge.search.rank(message));
  if (band.kind === 'cue' || band.kind === 'unsure') return cue;
  if (asksForItself(message, named, band)) return undefined;
  const goesOn =
    band.kind === 'card'
      ? leansOnTalk(named) || asksWhere(named) || callsForHelp(message)
      : named.length <= short && (!asksOther(named) || callsForHelp(message));
  return goesOn ? cue : undefined;
}

/** "5 sào lúa", "trôi 20 con gà": what was lost is told to be counted. */
const tellsOfLoss = (knowledge: Knowledge, message: string): boolean =>
  tellsLoss(message) && productsIn(message, knowledge).length > 0;

/** "Cho hỏi lợn chết dịch được bao nhiêu", "quế cháy được hỗ trợ không": a clear question is answered, in distress too. */
function asksForItself(message: string, named: Named, band: Band): boolean {
  if (asksWhere(named) || callsForHelp(message)) return false;
  const sure = band.kind === 'card' && band.score >= plain && named.own.length >= 2;
  return sure || asksForSupport(message) || /^(?:\w+ )?(?:cho|xin) (?:\w+ )?hoi\b/.test(fold(message));
}
const plain = 0.9;

/** "Lợn bị tiêu hủy được đền bao nhiêu một cân": surely a card, with a subject of its own. */
export function asksOfOwn(knowledge: Knowledge, message: string): boolean {
  const named = namedIn(knowledge, message);
  if (named.own.length < 2 || named.length <= asksWhereIn || !isAsking(message) || callsForHelp(message))
    return false;
  return sureOf(knowledge, message);
}
const asksWhereIn = 5;

const sureOf = (knowledge: Knowledge, message: string): boolean => sureCard(knowledge, message) !== undefined;

/** "Thế muốn vay thật thì vay ở đâu" behind the tale of a cheat: no call for help. `reminded`: what to do was said twice, so that what only may be answered is, too. */
export function asksApart(knowledge: Knowledge, message: string, reminded: boolean): boolean {
  if (!isAsking(message) || callsForHelp(message)) return false;
  const band = bandOf(knowledge, knowledge.search.rank(message));
  const named = namedIn(knowledge, message);
  if (asksWhere(named)) return band.kind === 'card' && band.score >= plain;
  return (reminded && named.length > short) || band.kind === 'card' || band.kind === 'likely';
}

/** Surely a card, in a sentence of its own. */
export const asksSurely = (knowledge: Knowledge, message: string): boolean =>
  isAsking(message) &&
  !callsForHelp(message) &&
  namedIn(knowledge, message).length > short &&
  sureOf(knowledge, message);

/** The card that is surely asked for. */
export function sureCard(knowledge: Knowledge, message: string): string | undefined {
  const band = bandOf(knowledge, knowledge.search.rank(message));
  return band.kind === 'card' && band.score >= plain ? band.card.id : undefined;
}

/** "Đăng ký tổ hợp tác mất tiền không" in the tale of a broker: surely a card, and it names the form. */
export function asksOfForm(knowledge: Knowledge, message: string): boolean {
  const named = namedIn(knowledge, message);
  return named.form !== undefined && named.own.length >= 2 && isAsking(message) && sureOf(knowledge, message);
}
