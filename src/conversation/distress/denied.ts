// "Không, tôi không bị lừa, tôi hỏi …": what was taken for distress was none, and something of its own is asked.
import { isAsking } from '../../language/asking.ts';
import { clean, fold, syllables } from '../../language/fold.ts';
import { openingOf } from '../understand/phrasing/opening.ts';
import { callsForHelp } from './still-urgent.ts';

const who =
  '(?:toi|em|e|minh|tui|chau|con|bac|ba|ong|co|chu|anh|chi|no|ho|(?:nha|bon|chung) (?:toi|em|minh))';
const harm =
  '(?:lua(?: dao| gat)?|danh|doa|de doa|ep|ep buoc|cuop|trom|xui|hai|quay roi|chui|om|benh|ngo doc|chay|mat(?: tien| cap| trom| gi| giay(?: to)?)?|tu tu|muon chet|nguy hiem)';
const not = '(?:khong|ko|k|hong|chang|cha|dau co|co dau)';
const open = `^(?:(?:da|a|o|thi|ma|${not}|nham roi|sai roi|ban|bot|may|la) )*`;
const behind = `(?: (?:ca|gi|het|cai gi|ai|nao|${who}|roi|a|nhe|dau|chuyen gi|cho ai))*$`;
const denials = [
  // "Tôi không bị lừa", "em không mất gì cả", "không phải lừa đảo", "không ai lừa tôi"
  new RegExp(
    `${open}(?:(?:chuyen|viec|day|do|cai) )*(?:${who} )?(?:co )?${not}(?: (?:phai|co|he|la|bi|ai))* ${harm}${behind}`,
  ),
  // "Có ai lừa đâu", "tôi có bị đánh đâu", "lừa gì đâu"
  new RegExp(
    `${open}(?:${who} )?(?:(?:co|ai|bi|phai|la) )*${harm}(?: (?:gi|ai|${who}))* dau(?: (?:a|ma|nhe))*$`,
  ),
];

/** The message without the clauses that deny; undefined where none does, or where nothing else is asked. */
export function besidesDenial(message: string): string | undefined {
  const clauses = clean(message)
    .split(/[,.;:!\n]+|(?<=\?)/u)
    .map((c) => c.trim())
    .filter((c) => /[\p{L}\d]/u.test(c));
  const denies = (c: string): boolean => !unsure.test(fold(c)) && denials.some((d) => d.test(fold(c)));
  const rest = clauses.filter((c) => !denies(c));
  const asked = rest.filter((c) => !bare.test(fold(c))).map((c) => openingOf(`không, ${c}`).rest);
  const ownQuestion =
    rest.length < clauses.length &&
    isAsking(asked.join(', ')) &&
    syllables(asked.join(' ')).length > fewest &&
    !asked.some(callsForHelp);
  return ownQuestion ? asked.join(', ') : undefined;
}
/** In words: "giờ làm sao" still asks for help. */
const fewest = 5;
/** "Không bị lừa chứ" is no denial. */
const unsure = /\?|\b(?:chu|nhi|ha)$/;
const bare = new RegExp(`^(?:(?:${not}|phai|da|a|o|thoi|u) ?)+$`);
