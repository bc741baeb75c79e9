// Whether a message goes on with the distress that was answered last: "báo ai", "làm sao bây giờ", "nó dọa nữa thì sao", "ký xong rồi".
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { isAsking, isCourtesy } from '../../language/asking.ts';
import { fold } from '../../language/fold.ts';
import { bandOf } from './bands.ts';
import { leansOnTalk, type Named, namedIn, namesSubject } from './named.ts';
import { wordForWord } from './word-for-word.ts';

/** In words; what is longer and near to some cards is a question of its own. */
const short = 8;

/** "Gửi đơn ở đâu", "báo cho ai": of the two first words a card may be sure, and in distress they still ask for help. */
const asksWhere = ({ aspects, length }: Named): boolean =>
  length <= 5 && aspects.some((a) => a === 'where' || a === 'who');

/** "Giờ rút tên thế nào": a word for a matter of its own, and none that calls for help ("giờ làm sao"). */
const asksOther = ({ aspects }: Named): boolean =>
  aspects.length > 0 && !aspects.some((a) => a === 'where' || a === 'who' || a === 'steps');

/** "Gọi số nào", "đòi lại được không", "làm sao bây giờ": in distress that is no question for the address book, nor about capital or steps. */
const calls =
  /^(?:(?:gio|bay gio) )?(?:toi |em )?(?:phai )?lam (?:sao|the nao|gi)(?: bay gio| gio| day| a)*$|^(?:(?:gio|vay|the) )?(?:goi|bao|mach|keu|cau cuu) (?:\w+ )?(?:so|ai|dau)\b|\b(?:lay|doi) lai (?:duoc|dc)\b/;

/** "Vì nợ htx" names a subject, and is what the distress comes of. */
const because = /^(?:vi|tai|boi)\b/;

/** "Người thì không sao", "mọi người an toàn rồi": the danger is over, and what was lost may be told. */
const nowSafe =
  /\b(?:nguoi|nha|ai|may)\b.*\b(?:khong|ko|k|chang|cha) (?:(?:ai|bi|lam|co) )*(?:sao|gi|viec gi|thuong)\b|^(?:khong|ko|k|chang) (?:co )?ai (?:bi |lam )?(?:sao|gi|viec gi|thuong)\b|\ban toan (?:roi|ca|het)\b|\b(?:dap|tat)(?: duoc| xong)?(?: lua| chay)? roi\b|\blua tat\b/;

/** `before`: the talk entry that answered last. What by itself means a card, or is said in passing (thanks), is something new. */
export function stillUrgent(
  knowledge: Knowledge,
  message: string,
  before: string | undefined,
): Talk | undefined {
  const entry = knowledge.talk.get(before ?? '');
  if (!entry || wordForWord(knowledge, message) || isCourtesy(message)) return undefined;
  const named = namedIn(knowledge, message);
  if (because.test(fold(message)) && !isAsking(message) && named.length <= short) return entry;
  if (namesSubject(named) || (!message.includes('?') && nowSafe.test(fold(message)))) return undefined;
  // The tale goes on: "mẹ không biết gì", "con em khóc suốt".
  if (!isAsking(message) && named.length <= short) return entry;
  const band = bandOf(knowledge, knowledge.search.rank(message));
  if (band.kind === 'talk' || band.kind === 'unsure') return entry;
  const goesOn =
    band.kind === 'card'
      ? leansOnTalk(named) || asksWhere(named) || calls.test(fold(message))
      : named.length <= short && (!asksOther(named) || calls.test(fold(message)));
  return goesOn ? entry : undefined;
}
