// What is added to a line that is filled in already, or taken off it: "thêm 2 người nữa", "bớt một nhà", "thêm cây đào nữa".
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import type { RegisterFlow } from '../../state.ts';
import { countAnswered } from '../../understand/count-answered.ts';

type Fields = Pick<RegisterFlow['draft'], 'members' | 'productText'>;

/** Empty where nothing is added. */
export function addedTo(message: string, draft: RegisterFlow['draft']): Fields {
  const text = clean(message);
  const flat = foldInPlace(text);
  const opening = adding.exec(flat);
  if (!opening) return {};
  const what = text.slice(opening[0].length).replace(ending, '');
  const count = countAnswered(what);
  const off = opening[1] !== 'them' && opening[1] !== 'bo sung';
  if (count && !count.besides && /\b(?:nguoi|nha|ho)\b/.test(fold(what))) {
    const members = (draft.members ?? 0) + (off ? -count.members : count.members);
    return members > 0 ? { members } : {};
  }
  const trade = !off && !count && draft.productText && what.length >= 2 && what.length <= longest;
  return trade ? { productText: `${draft.productText}, ${what}` } : {};
}
const adding =
  /^(?:(?:gio|bay gio|nay|toi|em|minh|nhom|to|muon|cho|xin|co|a|da|ghi|viet) )*(them|bo sung|bot|rut|giam)(?: (?:ca|vao|di|cho))* /;
const ending = /[\s,]+(?:nữa|nua|vào|vao|đi|nhé|nhe|ạ|với|voi|em)(?:\s+(?:nhé|nhe|ạ|đi))?[\s.!]*$/iu;
const longest = 60;
