// What is added to a line that is filled in already, or taken off it: "thêm 2 người nữa", "bớt một nhà", "thêm cây đào nữa".
import { clean, fold, foldInPlace } from '../../../../language/fold.ts';
import type { RegisterFlow } from '../../../state.ts';
import { countAnswered } from '../../../understand/told/count.ts';

type Fields = Pick<RegisterFlow['draft'], 'members' | 'memberUnit' | 'productText'>;

/** Empty where nothing is added. */
export function addedTo(message: string, draft: RegisterFlow['draft']): Fields {
  const text = clean(message);
  const flat = foldInPlace(text);
  const opening = adding.exec(flat) ?? (draft.productText ? tradeMore.exec(flat) : null);
  if (!opening) return {};
  const what = text
    .slice(opening[0].length)
    .replace(ending, '')
    .replace(/^con\s+(?=\p{L})/iu, '');
  // "Ghi thêm là cần vay vốn" tells something.
  if (/^(?:là|la|rằng|rang)\s/iu.test(what)) return {};
  const count = countAnswered(what);
  const off = /^(?:bot|rut|giam)$/.test(opening[1] ?? '');
  if (count && !count.besides && /\b(?:nguoi|nha|ho)\b/.test(fold(what))) {
    const members = (draft.members ?? 0) + (off ? -count.members : count.members);
    // Households and people make no one number.
    const alike = draft.members === undefined || isAlike(draft.memberUnit, count.memberUnit);
    return members > 0 && alike ? { members, memberUnit: count.memberUnit } : {};
  }
  const missing = /^(?:thieu|quen)$/.test(opening[1] ?? '');
  // "Thiếu con gà nữa"; "thiếu vốn" is no trade.
  if (missing && !/\b(?:nua|con|cay|nuoi|trong)\b/.test(fold(text))) return {};
  const trade = !off && !count && draft.productText && what.length >= 2 && what.length <= longest;
  return trade ? { productText: `${draft.productText}, ${what}` } : {};
}
const isAlike = (a: string | undefined, b: string | undefined): boolean => (a === 'hộ') === (b === 'hộ');
const adding =
  /^(?:(?:gio|bay gio|nay|toi|em|minh|nhom|to|muon|cho|xin|co|a|da|ghi|viet|nham) )*(them|bo sung|thieu|quen|bot|rut|giam)(?: (?:ca|voi|vao|di|cho|mat))* /;
/** "Nuôi lợn nữa", "với cả lợn nữa". */
const tradeMore =
  /^(?:(?:toi|em|minh|nha|con|co) )*(?:(?:(?:ca|voi|va) )+(?=\S.* nua(?: (?:a|nhe|nha|em))*$)|(?=(?:trong|nuoi) \S.* nua(?: (?:a|nhe|nha|em))*$))/;
const ending = /[\s,]+(?:nữa|nua|vào|vao|đi|nhé|nhe|ạ|với|voi|em)(?:\s+(?:nhé|nhe|ạ|đi))?[\s.!]*$/iu;
const longest = 60;
